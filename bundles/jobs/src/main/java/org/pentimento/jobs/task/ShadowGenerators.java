package org.pentimento.jobs.task;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
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
      return of(held.identity(), chosen, extensions);
    }
  }

  /**
   * The generator that trains the shadow models: the chosen one, the one that trained the model
   * with its settings, or, where that is not known, one that sees whole images.
   */
  static Use of(Identity suspect, @Nullable String chosen, Extensions extensions)
      throws BadInputException {
    if (suspect.trained() && (chosen == null || chosen.equals(suspect.maker().id()))) {
      Generator generator = extensions.get(Kind.GENERATOR, Generator.class, suspect.maker().id());
      try {
        return new Use(
            suspect.maker().id(), Settings.of(generator.descriptor(), suspect.maker().settings()));
      } catch (Settings.InvalidSettingException e) {
        throw new BadInputException(
            "The model was trained with settings of another version of its generator: "
                + e.getMessage()
                + ".",
            "Inspect it with the version of the product that trained it.",
            e);
      }
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
}
