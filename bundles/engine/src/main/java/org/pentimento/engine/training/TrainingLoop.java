package org.pentimento.engine.training;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
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
 * Trains: takes examples in the plan's order, reports losses and previews, keeps a checkpoint and
 * goes on from one. When a checkpoint is written depends on the clock; the result does not.
 */
public final class TrainingLoop {
  private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(15);
  private static final int PREVIEWS = 20;

  /** Writing checkpoints takes at most one part in so many of the time. */
  private static final int WORK_PER_WRITING = 10;

  private final TrainingPlan plan;
  private final Examples examples;
  private final TrainingMonitor monitor;
  private final Progress progress;
  private final Duration interval;

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
   * Trains to the end.
   *
   * @throws CancelledException if cancelled; a checkpoint of the last finished step is left
   * @throws DivergedException if a loss or weight is not finite
   */
  public void run(Trainee trainee) throws IOException, CancelledException, DivergedException {
    long total = plan.steps(examples.size());
    Checkpoint checkpoint = new Checkpoint(monitor.checkpoints(), plan.identity());
    long done = restore(checkpoint, total, trainee);
    ExampleOrder order = new ExampleOrder(examples.size(), plan.seed());
    progress.begin("Training", total);
    progress.advance(done);
    long nextWrite = System.nanoTime() + interval.toNanos();
    while (done < total) {
      leaveIfCancelled(checkpoint, done, trainee);
      long step = done + 1;
      report(step, total, learn(order, step, trainee));
      done = step;
      progress.advance(1);
      if (System.nanoTime() - nextWrite >= 0 && done < total) {
        nextWrite = System.nanoTime() + write(checkpoint, done, trainee);
      }
      preview(step, total, trainee);
    }
    for (Map.Entry<String, Tensor> entry : trainee.state().entrySet()) {
      requireFinite(entry.getKey(), entry.getValue(), total);
    }
  }

  private long restore(Checkpoint checkpoint, long total, Trainee trainee) throws IOException {
    try {
      long done = checkpoint.restore(total, trainee);
      if (done > 0) {
        progress.note("Going on after step " + done + " of " + total + ".");
      }
      return done;
    } catch (BadInputException e) {
      progress.note(e.getMessage() + " Training starts from the beginning.");
      return 0;
    }
  }

  private void leaveIfCancelled(Checkpoint checkpoint, long done, Trainee trainee)
      throws IOException, CancelledException {
    try {
      progress.checkCancelled();
    } catch (CancelledException e) {
      if (done > 0) {
        checkpoint.write(done, trainee);
      }
      throw e;
    }
  }

  private Map<String, Double> learn(ExampleOrder order, long step, Trainee trainee)
      throws IOException {
    long from = (step - 1) * plan.batch();
    long to = Math.min(from + plan.batch(), (long) examples.size() * plan.epochs());
    List<Image> photos = new ArrayList<>();
    List<Image> sketches = new ArrayList<>();
    for (long place = from; place < to; place++) {
      int index = order.at(place);
      photos.add(examples.photo(index));
      sketches.add(examples.sketch(index));
    }
    return trainee.step(step, photos, sketches);
  }

  private void report(long step, long total, Map<String, Double> losses) throws DivergedException {
    for (Map.Entry<String, Double> loss : losses.entrySet()) {
      if (!Double.isFinite(loss.getValue())) {
        throw new DivergedException(
            "The loss '" + loss.getKey() + "' is " + loss.getValue() + " at step " + step);
      }
    }
    monitor.loss(step, total, losses);
  }

  /** Writes and returns the nanoseconds to wait until the next time. */
  private long write(Checkpoint checkpoint, long done, Trainee trainee) throws IOException {
    long start = System.nanoTime();
    checkpoint.write(done, trainee);
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
        throw new DivergedException("The tensor '" + name + "' is not finite at step " + step);
      }
    }
  }
}
