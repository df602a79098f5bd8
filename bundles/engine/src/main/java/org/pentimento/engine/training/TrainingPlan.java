package org.pentimento.engine.training;

import java.util.Map;

/**
 * How long, in which order and under which conditions to train.
 *
 * @param identity what tells this training from others, such as generator, settings and native
 *     build; a checkpoint of another identity is not continued
 * @param seed of the order of examples, of augmentation and of what is held out
 * @param epochs how often each example is learned from, at least 1
 * @param batch examples per step, at least 1
 * @param schedule of the learning rate
 * @param augmentation of the examples
 * @param patience epochs without getting better on a held-out tenth of the examples that end the
 *     training, 0 to hold nothing out and to train to the end
 * @param inkWeight how many times an error on full ink counts against one on white paper, where
 *     held-out examples are judged; at least 1
 */
public record TrainingPlan(
    Map<String, String> identity,
    long seed,
    int epochs,
    int batch,
    Schedule schedule,
    Augmentation augmentation,
    int patience,
    double inkWeight) {
  /** Copies the map. */
  public TrainingPlan {
    identity = Map.copyOf(identity);
    if (epochs < 1 || batch < 1 || patience < 0 || !(inkWeight >= 1)) {
      throw new IllegalArgumentException(
          epochs
              + " epochs in batches of "
              + batch
              + ", patience "
              + patience
              + ", ink weight "
              + inkWeight);
    }
  }

  /**
   * Number of steps for so many examples. Every step has a full batch, taken from the stream of all
   * epochs: a batch may end one epoch and begin the next, and the last one is filled up from the
   * epoch that would follow, as batch statistics of a few left-over examples are poor.
   */
  public long steps(int examples) {
    return ((long) epochs * examples + batch - 1) / batch;
  }

  /** Number of epochs that are over after a step. */
  long epochsAfter(long step, int examples) {
    return Math.min(epochs, step * batch / examples);
  }
}
