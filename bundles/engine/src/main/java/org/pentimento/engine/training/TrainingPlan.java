package org.pentimento.engine.training;

import java.util.Map;

/**
 * How long and in which order to train.
 *
 * @param identity what makes this training this one, such as generator, settings and native build;
 *     a checkpoint of another identity is not continued
 * @param seed of the order of examples
 * @param epochs how often each example is learned from, at least 1
 * @param batch examples per step, at least 1; the last step may have fewer
 */
public record TrainingPlan(Map<String, String> identity, long seed, int epochs, int batch) {
  /** Copies the map. */
  public TrainingPlan {
    identity = Map.copyOf(identity);
    if (epochs < 1 || batch < 1) {
      throw new IllegalArgumentException(epochs + " epochs in batches of " + batch);
    }
  }

  /** Number of steps for so many examples. */
  public long steps(int examples) {
    long places = (long) examples * epochs;
    return (places + batch - 1) / batch;
  }
}
