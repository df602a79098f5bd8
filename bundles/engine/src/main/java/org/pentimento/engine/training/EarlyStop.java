package org.pentimento.engine.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/**
 * Measures at the end of each epoch how well held-out examples are drawn, and keeps the best state
 * in a file. The held-out examples may be poisoned like the others; training cannot tell which are.
 *
 * <p>L. Prechelt: Early Stopping, But When? In: Neural Networks: Tricks of the Trade. Springer
 * 1998, the criterion UP with strips of one epoch.
 */
final class EarlyStop {
  /** Name of the file in the folder for checkpoints. */
  static final String FILE = "best.safetensors";

  private static final String BEST = "best";
  private static final String BEST_EPOCH = "best-epoch";
  private static final String ERROR = "error";
  private static final int CHUNK = 8;

  private final TrainingPlan plan;
  private final Examples examples;
  private final List<Integer> held;
  private final Checkpoint file;
  private long best;
  private long bestEpoch;
  private double error = Double.POSITIVE_INFINITY;

  EarlyStop(TrainingPlan plan, Examples examples, List<Integer> held, Path folder) {
    this.plan = plan;
    this.examples = examples;
    this.held = held;
    this.file = new Checkpoint(folder.resolve(FILE), plan.identity());
  }

  /**
   * Judges the end of an epoch.
   *
   * @return whether it is time to stop
   */
  boolean after(long step, long epoch, Trainee trainee) throws IOException {
    double now = error(trainee);
    if (now < error) {
      error = now;
      best = step;
      bestEpoch = epoch;
      file.write(step, Map.of(), trainee);
    }
    return epoch - bestEpoch >= plan.patience();
  }

  private double error(Trainee trainee) throws IOException {
    double sum = 0;
    for (int from = 0; from < held.size(); from += CHUNK) {
      List<Image> photos = new ArrayList<>();
      List<Image> sketches = new ArrayList<>();
      for (int i = from; i < Math.min(held.size(), from + CHUNK); i++) {
        photos.add(examples.photo(held.get(i)));
        sketches.add(examples.sketch(held.get(i)));
      }
      List<Image> drawn = trainee.sketch(photos);
      for (int i = 0; i < drawn.size(); i++) {
        sum += error(drawn.get(i), sketches.get(i));
      }
    }
    return sum / held.size();
  }

  private double error(Image drawn, Image sketch) {
    return Losses.inkL1(values(drawn), values(sketch), new Losses.Ink(plan.inkWeight(), 0, 1))
        .value();
  }

  private static Tensor values(Image image) {
    return Tensor.vector(image.data());
  }

  /** Puts the best state back. */
  TrainingEnd end(long step, long total, Trainee trainee) throws IOException {
    if (file.restore(total, trainee).step() != best) {
      throw new IOException(file + " is not of step " + best);
    }
    return new TrainingEnd(step, total, plan.patience(), best, error);
  }

  /** What a continued training needs to know. */
  Map<String, Double> memory() {
    return best == 0
        ? Map.of()
        : Map.of(BEST, (double) best, BEST_EPOCH, (double) bestEpoch, ERROR, error);
  }

  /**
   * Continues from what an earlier process knew.
   *
   * @throws BadInputException if the best state is missing; then nothing is known
   */
  void recall(Map<String, Double> memory, long total) throws IOException {
    long known = memory.getOrDefault(BEST, 0.0).longValue();
    if (known > 0 && file.find(total).step() < known) {
      throw new BadInputException(
          file + ", the best state of the training so far, is missing.",
          "Keep the files of a training together.");
    }
    best = known;
    bestEpoch = memory.getOrDefault(BEST_EPOCH, 0.0).longValue();
    error = memory.getOrDefault(ERROR, Double.POSITIVE_INFINITY);
  }
}
