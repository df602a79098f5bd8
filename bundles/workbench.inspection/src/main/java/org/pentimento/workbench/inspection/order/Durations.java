package org.pentimento.workbench.inspection.order;

/** Durations for a person. */
final class Durations {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private Durations() {}

  /** A number of seconds in the unit that suits it. */
  static String words(double seconds) {
    if (seconds < MINUTE) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    return seconds < HOUR
        ? Math.round(seconds / MINUTE) + " min"
        : Math.round(seconds / HOUR) + " h";
  }
}
