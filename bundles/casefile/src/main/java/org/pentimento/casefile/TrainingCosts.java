package org.pentimento.casefile;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Subject;

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

  /**
   * What the training of a model took; empty if it was not trained here, or nobody knows.
   *
   * @param run id of the run
   * @param c comparison of that run
   * @param subject which of its models
   */
  public Optional<TrainingCost> of(String run, Comparison c, Subject subject) {
    return c.model(subject)
        .flatMap(
            model ->
                Optional.ofNullable(byWeights.get(model.weights()))
                    .or(() -> Optional.ofNullable(byTraining.get(key(run, name(c, subject))))));
  }

  /** The name of a training. A clean model serves all attacks of its generator and seed. */
  private static String name(Comparison c, Subject subject) {
    return subject == Subject.CLEAN && c.audited() instanceof Audited.Trained trained
        ? trained.generator().id() + "/" + subject.word() + "/s" + trained.number()
        : c.id() + "/" + subject.word();
  }

  private static String key(String run, String training) {
    return run + " " + training;
  }
}
