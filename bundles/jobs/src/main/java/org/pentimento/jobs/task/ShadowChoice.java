package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability.FineTuning;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** What trains the clean models that a suspect one is compared with. */
final class ShadowChoice {
  /** Side of an image that no local network sees as a whole. */
  private static final int LARGE = 256;

  private ShadowChoice() {}

  /** The generator that trained the model, with its settings; another one if it is not known. */
  static Use of(HeldModel held, Extensions extensions) throws IOException {
    if (held.identity().trained()) {
      return use(held.identity().maker().id(), held.identity().maker().settings(), extensions);
    }
    try (Model model = held.open()) {
      Optional<FineTuning> tuning = model.capability(FineTuning.class);
      if (tuning.isPresent()) {
        return use(tuning.get().generator(), tuning.get().settings(), extensions);
      }
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
