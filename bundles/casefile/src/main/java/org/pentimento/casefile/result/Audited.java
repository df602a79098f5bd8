package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.OptionalLong;

/** What a comparison looked at. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Audited.Trained.class, name = "trained"),
  @JsonSubTypes.Type(value = Audited.Imported.class, name = "imported")
})
public sealed interface Audited {
  /** The generator, or the format of an imported model, with its settings. */
  ExtensionUse extension();

  /** A name for a person: of the generator, or of the imported model. */
  String name();

  /** The seed of a training; empty for an imported model. */
  OptionalLong seed();

  /**
   * Models that were trained in the run.
   *
   * @param generator what was trained
   * @param number seed of the training
   */
  record Trained(ExtensionUse generator, long number) implements Audited {
    @Override
    public ExtensionUse extension() {
      return generator;
    }

    @Override
    public String name() {
      return generator.name();
    }

    @Override
    public OptionalLong seed() {
      return OptionalLong.of(number);
    }
  }

  /**
   * A model that was made elsewhere.
   *
   * @param model its name in the case
   * @param format what reads it
   */
  record Imported(String model, ExtensionUse format) implements Audited {
    @Override
    public ExtensionUse extension() {
      return format;
    }

    @Override
    public String name() {
      return model;
    }

    @Override
    public OptionalLong seed() {
      return OptionalLong.empty();
    }
  }
}
