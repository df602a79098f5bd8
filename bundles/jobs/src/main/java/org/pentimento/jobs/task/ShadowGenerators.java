package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability.FineTuning;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** Which generator trains the clean models that a suspect one is compared with. */
public final class ShadowGenerators {
  /** Side of an image that no local network sees as a whole. */
  private static final int LARGE = 256;

  private ShadowGenerators() {}

  /**
   * The generator that would train the shadow models of a model of a case.
   *
   * @param model name of an imported model, or {@code RUN/COMPARISON/ROLE} of a trained one
   * @param chosen id of a generator, null for the one that suits the model
   */
  public static Use foreseen(
      CaseFile file, String model, @Nullable String chosen, Extensions extensions)
      throws IOException {
    try (HeldModel held = HeldModel.of(file, model, extensions)) {
      return of(held, chosen, extensions);
    }
  }

  /**
   * The generator that trains the shadow models: the chosen one, the one that trained the model
   * with its settings, or, where that is not known, one that sees whole images.
   */
  static Use of(HeldModel held, @Nullable String chosen, Extensions extensions) throws IOException {
    Optional<Use> own = own(held, extensions);
    if (own.isPresent() && (chosen == null || chosen.equals(own.get().id()))) {
      return own.get();
    }
    if (chosen != null) {
      Descriptor d = extensions.get(Kind.GENERATOR, Generator.class, chosen).descriptor();
      return new Use(d.id(), Settings.defaults(d));
    }
    for (Generator generator : extensions.all(Kind.GENERATOR, Generator.class)) {
      Descriptor d = generator.descriptor();
      Settings settings = Settings.defaults(d);
      if (generator.reach(settings, LARGE, LARGE) >= LARGE) {
        return new Use(d.id(), settings);
      }
    }
    throw new BadInputException(
        "No generator is installed that could train models to compare it with.",
        "Enable one in the view Extensions.");
  }

  /** The generator that trained a model, with its settings, where that is known. */
  private static Optional<Use> own(HeldModel held, Extensions extensions) throws IOException {
    Identity suspect = held.identity();
    if (suspect.trained()) {
      return Optional.of(use(suspect.maker().id(), suspect.maker().settings(), extensions));
    }
    boolean ours = held.format().engine().filter(ComputeEngine.OF_GENERATORS::equals).isPresent();
    if (!ours) {
      return Optional.empty();
    }
    try (Model model = held.open()) {
      Optional<FineTuning> tuning = model.capability(FineTuning.class);
      return tuning.isEmpty()
          ? Optional.empty()
          : Optional.of(use(tuning.get().generator(), tuning.get().settings(), extensions));
    }
  }

  private static Use use(String generator, Map<String, Object> settings, Extensions extensions)
      throws BadInputException {
    Descriptor d = extensions.get(Kind.GENERATOR, Generator.class, generator).descriptor();
    try {
      return new Use(generator, Settings.of(d, settings));
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          "The model was trained with settings of another version of its generator: "
              + e.getMessage()
              + ".",
          "Inspect it with the version of the product that trained it.",
          e);
    }
  }
}
