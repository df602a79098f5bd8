package org.pentimento.verdict;

import java.util.Locale;

/** Numbers as sentences show them. */
public final class NumberWords {
  private NumberWords() {}

  /** A share as a percentage; never rounds something to nothing or almost all to all. */
  public static String percent(double share) {
    if (share > 0 && share < .005) {
      return "less than 1 %";
    }
    if (share < 1 && share >= .995) {
      return "more than 99 %";
    }
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /** A value of a metric to three digits after the point. */
  public static String value(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
