package org.pentimento.casefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TrainedModel;

/**
 * What the trainings of a case took.
 *
 * @param byWeights by SHA-256 of the model
 * @param byTraining by run and name of the training; has trainings without a model too
 */
public record TrainingCosts(
    Map<String, TrainingCost> byWeights, Map<String, TrainingCost> byTraining) {
  /** Nothing is known. */
  public static final TrainingCosts NONE = new TrainingCosts(Map.of(), Map.of());

  /** Copies the maps. */
  public TrainingCosts {
    byWeights = Map.copyOf(byWeights);
    byTraining = Map.copyOf(byTraining);
  }

  /** Reads them from the log of a case. */
  public static TrainingCosts of(CaseFile file) throws IOException {
    Map<String, TrainingCost> byWeights = new HashMap<>();
    Map<String, TrainingCost> byTraining = new HashMap<>();
    for (Entry entry : file.entries()) {
      entry
          .as(TrainingMeasured.class)
          .map(TrainingMeasured::cost)
          .ifPresent(
              cost -> {
                byWeights.put(cost.weights(), cost);
                byTraining.put(key(cost.run(), cost.training()), cost);
              });
    }
    byWeights.remove(""); // trainings without a model
    return new TrainingCosts(byWeights, byTraining);
  }

  /** What the training of a comparison's clean model took. */
  public Optional<TrainingCost> clean(String run, Comparison c) {
    return of(c.cleanModel(), key(run, c.generator().id() + "/clean/s" + c.seed()));
  }

  /** What the training of a comparison's poisoned model took; empty if there is none. */
  public Optional<TrainingCost> poisoned(String run, Comparison c) {
    return of(c.poisonedModel(), key(run, c.id() + "/poisoned"));
  }

  private Optional<TrainingCost> of(@Nullable TrainedModel model, String training) {
    return model == null
        ? Optional.empty()
        : Optional.ofNullable(byWeights.get(model.weights()))
            .or(() -> Optional.ofNullable(byTraining.get(training)));
  }

  private static String key(String run, String training) {
    return run + " " + training;
  }
}
