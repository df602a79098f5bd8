package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What a training took. It is in the log and not in the result of the run, because it differs from
 * one time to the next while the result does not.
 *
 * @param run id of the run
 * @param training its name, such as {@code fcn/clean/s1} or {@code fcn/1/s1/poisoned}
 * @param weights SHA-256 of the model, empty if the training diverged
 * @param seconds of work, summed over all processes that worked on it, including what was done
 *     twice after an interruption
 * @param images number of photos read for learning and for validation
 * @param peakBytes largest resident memory of the process while it trained, 0 if the system does
 *     not tell
 * @param checkpoint SHA-256 of the last good checkpoint of a training that diverged, or empty
 */
public record TrainingCost(
    String run,
    String training,
    String weights,
    double seconds,
    long images,
    long peakBytes,
    String checkpoint) {
  /** Refuses null. */
  public TrainingCost {
    requireNonNull(run, "run");
    requireNonNull(training, "training");
    requireNonNull(weights, "weights");
    requireNonNull(checkpoint, "checkpoint");
  }

  /** In words for a person: {@code 41 s, 310 images a second, at most 512 MiB of memory}. */
  public String words() {
    return time()
        + ", "
        + number(seconds > 0 ? images / seconds : 0)
        + " images a second"
        + (peakBytes == 0
            ? ""
            : String.format(
                Locale.ROOT, ", at most %,d MiB of memory", (peakBytes + (1 << 20) - 1) >> 20));
  }

  private String time() {
    long whole = Math.round(seconds);
    return whole < 120 ? number(seconds) + " s" : whole / 60 + " min " + whole % 60 + " s";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
  }
}
