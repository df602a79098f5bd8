package org.pentimento.engine.training;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.engine.Engine;
import org.pentimento.engine.tensor.Tensor;

/**
 * Trains: takes examples in the plan's order, reports losses and previews, watches for divergence
 * and for the time to stop, keeps a checkpoint and goes on from one. When a checkpoint is written
 * depends on the clock; the result does not.
 */
public final class TrainingLoop {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(15);
  private static final int PREVIEWS = 20;

  /** Writing checkpoints takes at most one part in so many of the time. */
  private static final int WORK_PER_WRITING = 10;

  /** Uses of seeds that are derived from the seed of the order, whose own uses are 0 and above. */
  private static final long AUGMENTATION = -1;

  private static final long HELD_OUT = -2;

  private final TrainingPlan plan;
  private final Examples examples;
  private final TrainingMonitor monitor;
  private final Progress progress;
  private final Duration interval;
  private final DivergenceWatch watch = new DivergenceWatch();

  /** A loop with a checkpoint every 15 seconds. */
  public TrainingLoop(
      TrainingPlan plan, Examples examples, TrainingMonitor monitor, Progress progress) {
    this(plan, examples, monitor, progress, CHECKPOINT_INTERVAL);
  }

  TrainingLoop(
      TrainingPlan plan,
      Examples examples,
      TrainingMonitor monitor,
      Progress progress,
      Duration interval) {
    this.plan = plan;
    this.examples = examples;
    this.monitor = monitor;
    this.progress = progress;
    this.interval = interval;
  }

  /**
   * Trains to the end, or until it is time to stop.
   *
   * @throws CancelledException if cancelled; a checkpoint of the last finished step is left
   * @throws DivergedException if a loss, gradient or weight is not finite or a gradient explodes;
   *     the last checkpoint before that is left
   */
  public TrainingEnd run(Trainee trainee)
      throws IOException, CancelledException, DivergedException {
    HeldOutSplit split =
        plan.patience() == 0
            ? HeldOutSplit.whole(examples.size())
            : HeldOutSplit.holdingOut(examples.size(), Seeds.derive(plan.seed(), HELD_OUT));
    int learned = split.learned().size();
    long total = plan.steps(learned);
    Checkpoint checkpoint =
        new Checkpoint(monitor.checkpoints().resolve(Checkpoint.FILE), plan.identity());
    EarlyStop stop = new EarlyStop(plan, examples, split.held(), monitor.checkpoints());
    long done = restore(checkpoint, total, stop, trainee);
    ExampleOrder order = new ExampleOrder(learned, plan.seed());
    progress.begin("Training", total);
    progress.advance(done);
    long nextWrite = System.nanoTime() + interval.toNanos();
    boolean stopped = false;
    while (done < total && !stopped) {
      leaveIfCancelled(checkpoint, done, stop, trainee);
      long step = done + 1;
      StepReport report = trainee.step(batch(order, split, step, total));
      watch.check(step, report);
      monitor.loss(step, total, report.losses());
      done = step;
      progress.advance(1);
      long epochs = plan.epochsAfter(step, learned);
      boolean judged = plan.patience() > 0 && epochs > plan.epochsAfter(step - 1, learned);
      try {
        preview(step, total, trainee);
        stopped = judged && stop.after(step, epochs, trainee);
      } catch (ArithmeticException e) {
        throw new DivergedException(
            "the generator gives values that are no numbers after step " + step);
      }
      if (System.nanoTime() - nextWrite >= 0 && done < total && !stopped) {
        nextWrite = System.nanoTime() + write(checkpoint, done, stop, trainee);
      }
    }
    TrainingEnd end =
        plan.patience() > 0
            ? stop.end(done, total, trainee)
            : new TrainingEnd(done, total, 0, done, Double.NaN);
    for (Map.Entry<String, Tensor> entry : trainee.state().entrySet()) {
      requireFinite(entry.getKey(), entry.getValue(), done);
    }
    if (!end.words().isEmpty()) {
      progress.note(end.words());
    }
    return end;
  }

  private long restore(Checkpoint checkpoint, long total, EarlyStop stop, Trainee trainee)
      throws IOException {
    try {
      Checkpoint.Found found = checkpoint.find(total);
      if (found.step() > 0) {
        stop.recall(found.memory(), total);
        checkpoint.restore(total, trainee);
        watch.recall(found.memory());
        progress.note("Going on after step " + found.step() + " of " + total + ".");
      }
      return found.step();
    } catch (BadInputException e) {
      stop.recall(Map.of(), total);
      progress.note(e.getMessage() + " Training starts from the beginning.");
      return 0;
    }
  }

  private Map<String, Double> memory(EarlyStop stop) {
    Map<String, Double> memory = new HashMap<>(watch.memory());
    memory.putAll(stop.memory());
    return memory;
  }

  private void leaveIfCancelled(Checkpoint checkpoint, long done, EarlyStop stop, Trainee trainee)
      throws IOException, CancelledException {
    try {
      progress.checkCancelled();
    } catch (CancelledException e) {
      if (done > 0) {
        checkpoint.write(done, memory(stop), trainee);
      }
      throw e;
    }
  }

  private Batch batch(ExampleOrder order, HeldOutSplit split, long step, long total)
      throws IOException {
    long augmenting = Seeds.derive(plan.seed(), AUGMENTATION);
    List<Image> photos = new ArrayList<>();
    List<Image> sketches = new ArrayList<>();
    for (long place = (step - 1) * plan.batch(); place < step * plan.batch(); place++) {
      int index = split.learned().get(order.at(place));
      long seed = Seeds.derive(Seeds.derive(augmenting, index), order.epoch(place));
      photos.add(plan.augmentation().apply(examples.photo(index), seed));
      sketches.add(plan.augmentation().apply(examples.sketch(index), seed));
    }
    return new Batch(step, plan.schedule().share(step, total), photos, sketches);
  }

  /** Writes and returns the nanoseconds to wait until the next time. */
  private long write(Checkpoint checkpoint, long done, EarlyStop stop, Trainee trainee)
      throws IOException {
    long start = System.nanoTime();
    checkpoint.write(done, memory(stop), trainee);
    Engine.reclaim();
    long taken = System.nanoTime() - start;
    return Math.max(interval.toNanos(), WORK_PER_WRITING * taken);
  }

  private void preview(long step, long total, Trainee trainee) {
    long every = Math.max(1, total / PREVIEWS);
    if (step % every == 0 || step == total) {
      List<Image> photos = monitor.previewPhotos();
      if (!photos.isEmpty()) {
        monitor.preview(step, trainee.sketch(photos));
      }
    }
  }

  private static void requireFinite(String name, Tensor tensor, long step)
      throws DivergedException {
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new DivergedException("the tensor '" + name + "' is not finite after step " + step);
      }
    }
  }
}
