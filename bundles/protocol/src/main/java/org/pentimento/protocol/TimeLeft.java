package org.pentimento.protocol;

/** A time that is left, rounded as coarsely as such an estimate is. */
public final class TimeLeft {
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;

  private TimeLeft() {}

  /** Such as {@code 40 s}, {@code 12 min} or {@code 3 h 20 min}. */
  public static String words(double seconds) {
    if (seconds < 1.5 * MINUTE) {
      return Math.max(1, Math.round(seconds)) + " s";
    }
    long minutes = Math.round(seconds / MINUTE);
    if (seconds < 1.5 * HOUR) {
      return minutes + " min";
    }
    long tens = 10 * Math.round(minutes / 10.0);
    return seconds < 10 * HOUR
        ? tens / 60 + " h" + (tens % 60 == 0 ? "" : " " + tens % 60 + " min")
        : Math.round(seconds / HOUR) + " h";
  }
}
