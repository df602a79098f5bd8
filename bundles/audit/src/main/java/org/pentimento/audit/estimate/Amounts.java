package org.pentimento.audit.estimate;

import java.util.Locale;

/** Times and sizes in words. */
final class Amounts {
  /** Share of the machine's memory that a job may take when the command line starts it. */
  private static final double MOST_OF_MEMORY = .75;

  private Amounts() {}

  /**
   * An estimate for a person, as sentences.
   *
   * @param free bytes on the disk, NaN if not known
   * @param memory bytes that the machine has
   */
  static String words(Estimate estimate, double free, long memory) {
    if (!Double.isFinite(estimate.seconds())) {
      return "Time and disk: not known yet. " + estimate.basis();
    }
    String text =
        "About "
            + time(estimate.seconds())
            + " ("
            + time(estimate.low())
            + " to "
            + time(estimate.high())
            + ")";
    double bytes = estimate.bytes();
    if (bytes > 0) {
      text += " and " + size(bytes) + " of disk";
    }
    double peak = estimate.peakBytes();
    if (peak > 0) {
      text += "; a training takes at most about " + size(peak) + " of memory";
    }
    text += ". " + estimate.basis();
    if (free < 1.2 * bytes) {
      text += " The disk has only " + size(free) + " free; make room, or put the case elsewhere.";
    }
    if (peak > MOST_OF_MEMORY * memory) {
      text +=
          " That is more memory than a job may take of this machine's "
              + size(memory)
              + "; choose a smaller width, batch or image size.";
    }
    return text;
  }

  static String time(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    } else if (seconds < 90 * 60) {
      return Math.round(seconds / 60) + " min";
    } else if (seconds < 36 * 3600) {
      return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
    return String.format(Locale.ROOT, "%.1f days", seconds / 86400);
  }

  static String size(double bytes) {
    if (bytes < 1e6) {
      return Math.max(1, Math.round(bytes / 1e3)) + " kB";
    }
    return bytes < 1e9
        ? Math.round(bytes / 1e6) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
