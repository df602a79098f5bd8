package org.pentimento.casefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.Actions;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TrainedModel;

/**
 * What the trainings of a case took.
 *
 * @param byWeights by SHA-256 of the model
 * @param byTraining by run and name of the training, which a training without a model has too
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

  /** Those that the log tells of. */
  public static TrainingCosts of(CaseFile file) throws IOException {
    Map<String, TrainingCost> byWeights = new HashMap<>();
    Map<String, TrainingCost> byTraining = new HashMap<>();
    for (Entry entry : file.entries()) {
      if (entry.action().equals(Actions.TRAINING_MEASURED)) {
        try {
          TrainingCost cost = entry.bodyAs(TrainingCost.class);
          byWeights.put(cost.weights(), cost);
          byTraining.put(key(cost.run(), cost.training()), cost);
        } catch (BadInputException e) {
          continue; // of another version: nothing depends on it
        }
      }
    }
    byWeights.remove(""); // of trainings without a model
    return new TrainingCosts(byWeights, byTraining);
  }

  /** That of a comparison's clean model. */
  public Optional<TrainingCost> clean(String run, Comparison c) {
    return of(c.cleanModel(), key(run, c.generator().id() + "/clean/s" + c.seed()));
  }

  /** That of a comparison's poisoned model; empty if there is none. */
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
