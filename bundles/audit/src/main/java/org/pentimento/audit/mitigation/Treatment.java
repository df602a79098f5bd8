package org.pentimento.audit.mitigation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Capability.FineTuning;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Perturbation;
import org.pentimento.casefile.result.mitigation.MitigationMethod;

/** Makes a new model of another one by a method. */
public final class Treatment {
  private static final int BATCH = 4;

  private Treatment() {}

  /**
   * A new model.
   *
   * @param model to be closed by the caller
   * @param settings of the method with all that it chose, by name
   */
  public record Treated(Model model, Map<String, Object> settings) {}

  /**
   * The capability that every method needs.
   *
   * @throws BadInputException if the model cannot learn on
   */
  public static FineTuning tuning(Model model, String name) throws BadInputException {
    return model
        .capability(FineTuning.class)
        .orElseThrow(
            () ->
                new BadInputException(
                    "The model '"
                        + name
                        + "' cannot learn on: only the weights of models that a generator of the"
                        + " product trained can be changed.",
                    "Choose such a model, or train a new one on trusted pairs."));
  }

  /**
   * Treats a model.
   *
   * @param name of the model
   * @param learned pairs that are known to be honest, of one size
   * @param found changes of photos that harm its sketches, as large as the photos
   * @throws BadInputException if the method does not suit the model, or the training runs away
   */
  public static Treated of(
      Model model,
      String name,
      MitigationMethod method,
      List<Pair> learned,
      List<Perturbation> found,
      long seed,
      TrainingMonitor monitor,
      Progress progress)
      throws IOException, CancelledException {
    return switch (method) {
      case UNLEARN -> {
        if (found.isEmpty()) {
          throw new BadInputException(
              "Nothing was found in the model '" + name + "' that it could unlearn.",
              "Choose the method fine-tune or prune.");
        }
        yield tuned(model, name, learned, found, 3, 5e-4, seed, monitor, progress, Map.of());
      }
      case FINE_TUNE ->
          tuned(model, name, learned, List.of(), 10, 1e-3, seed, monitor, progress, Map.of());
      case PRUNE -> {
        tuning(model, name);
        Pruned pruned = Pruned.of(model, learned, progress);
        try (Model without = pruned.model()) {
          yield tuned(
              without,
              name,
              learned,
              List.of(),
              3,
              5e-4,
              seed,
              monitor,
              progress,
              Map.of(
                  "layer", pruned.layer(),
                  "channels-off", pruned.channels().size(),
                  "channels", pruned.of()));
        }
      }
    };
  }

  private static Treated tuned(
      Model model,
      String name,
      List<Pair> learned,
      List<Perturbation> found,
      int epochs,
      double rate,
      long seed,
      TrainingMonitor monitor,
      Progress progress,
      Map<String, Object> chosen)
      throws IOException, CancelledException {
    Image first = learned.get(0).photo().decode();
    Map<String, Object> settings = new TreeMap<>(chosen);
    settings.put("epochs", epochs);
    settings.put("batch", BATCH);
    settings.put("learning-rate", rate);
    settings.put("perturbations", found.size());
    try {
      return new Treated(
          tuning(model, name)
              .tuned(
                  new PerturbedExamples(learned, found, first.width(), first.height()),
                  epochs,
                  BATCH,
                  rate,
                  seed,
                  monitor,
                  progress),
          settings);
    } catch (DivergedException e) {
      throw new BadInputException(
          "The model '" + name + "' ran away as it learned on: " + e.getMessage() + ".",
          "Choose another seed or another method.",
          e);
    }
  }
}
