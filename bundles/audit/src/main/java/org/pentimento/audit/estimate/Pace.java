package org.pentimento.audit.estimate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/** Watches how fast the steps of a training follow each other, and ends it once that is known. */
final class Pace implements TrainingMonitor, Progress {
  /** How long steps are looked at until their pace is known. */
  static final Duration ENOUGH = Duration.ofSeconds(4);

  /** How long something may take that is worth knowing but not needed. */
  static final Duration MUCH = Duration.ofSeconds(60);

  private static final int FEW_STEPS = 4;

  private final Progress progress;
  private final Path folder;
  private final Duration enough;
  private final long start = System.nanoTime();
  private final List<Long> ends = new ArrayList<>();
  private long total;

  /**
   * Begins to watch.
   *
   * @param progress of who waits for the trial
   * @param folder for checkpoints
   * @param enough how long after its first step a training is ended; one of slow steps is given
   *     some steps more
   */
  Pace(Progress progress, Path folder, Duration enough) {
    this.progress = progress;
    this.folder = folder;
    this.enough = enough;
  }

  @Override
  public synchronized void loss(long step, long steps, Map<String, Double> losses) {
    ends.add(System.nanoTime());
    total = steps;
  }

  @Override
  public List<Image> previewPhotos() {
    return List.of();
  }

  @Override
  public void preview(long step, List<Image> sketches) {}

  @Override
  public Path checkpoints() {
    return folder;
  }

  @Override
  public void begin(String task, long units) {}

  @Override
  public void advance(long units) {}

  @Override
  public void note(String message) {}

  @Override
  public synchronized void checkCancelled() throws CancelledException {
    progress.checkCancelled();
    if (!ends.isEmpty()) {
      long watched = System.nanoTime() - ends.get(0);
      boolean slow = watched > 5 * enough.toNanos();
      if (watched > enough.toNanos() && ends.size() > (slow ? 1 : FEW_STEPS)) {
        throw new CancelledException();
      }
    }
  }

  /** Seconds of the whole training, if it goes on like this. At least two steps must be over. */
  synchronized double seconds() {
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      steps.add((ends.get(i) - ends.get(i - 1)) / 1e9);
    }
    return (ends.get(0) - start) / 1e9 + (total - 1) * settled(steps);
  }

  /** The mean of the later half of some times: the first ones are longer. */
  static double settled(List<Double> times) {
    return times.subList(times.size() / 2, times.size()).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NaN);
  }
}
