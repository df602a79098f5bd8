package org.pentimento.audit.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.platform.Platform;

/**
 * Measures what a training takes, and keeps it in a file beside its checkpoint, so that what a
 * killed process took counts as well.
 */
final class TrainingClock {
  private static final long INTERVAL = 1_000_000_000;

  private final Platform platform;
  private final Path file;
  private final String run;
  private final String training;
  private final TrainingCost before;
  private final AtomicLong images = new AtomicLong();
  private final long start = System.nanoTime();
  private long written = start - INTERVAL;

  private TrainingClock(
      Platform platform, Path file, String run, String training, TrainingCost before) {
    this.platform = platform;
    this.run = run;
    this.training = training;
    this.file = file;
    this.before = before;
  }

  /**
   * Starts it, or goes on from what an earlier process left.
   *
   * @param run id of the run
   * @param training name of the training
   * @param folder of its checkpoint
   */
  static TrainingClock start(Platform platform, String run, String training, Path folder)
      throws IOException {
    platform.resetPeakMemory();
    Path file = folder.resolve("cost.json");
    TrainingCost before = new TrainingCost(run, training, "", 0, 0, 0, "");
    if (Files.exists(file)) {
      try {
        before = CanonicalJson.read(Files.readAllBytes(file), TrainingCost.class);
      } catch (BadInputException e) {
        // Cut off by the end of a killed process: it counts for nothing.
        return new TrainingClock(platform, file, run, training, before);
      }
    }
    return new TrainingClock(platform, file, run, training, before);
  }

  /** Examples that are counted when they are read. */
  Examples counting(Examples examples) {
    return new Examples() {
      @Override
      public int size() {
        return examples.size();
      }

      @Override
      public int width() {
        return examples.width();
      }

      @Override
      public int height() {
        return examples.height();
      }

      @Override
      public Image photo(int index) throws IOException {
        images.incrementAndGet();
        return examples.photo(index);
      }

      @Override
      public Image sketch(int index) throws IOException {
        return examples.sketch(index);
      }
    };
  }

  /** To be called now and then; writes at most once a second. */
  void tick() throws IOException {
    if (System.nanoTime() - written >= INTERVAL) {
      Files.write(file, CanonicalJson.text(soFar("", "")).getBytes(StandardCharsets.UTF_8));
      written = System.nanoTime();
    }
  }

  /**
   * What the training has taken so far.
   *
   * @param weights as {@link TrainingCost#weights}
   * @param checkpoint as {@link TrainingCost#checkpoint}
   */
  TrainingCost soFar(String weights, String checkpoint) {
    double milliseconds = Math.rint((System.nanoTime() - start) / 1e6);
    return new TrainingCost(
        run,
        training,
        weights,
        before.seconds() + milliseconds / 1000,
        before.images() + images.get(),
        Math.max(before.peakBytes(), platform.peakMemory()),
        checkpoint);
  }
}
