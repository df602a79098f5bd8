package org.pentimento.audit.run;

import java.util.Locale;

/** Numbers as sentences show them. */
final class Numbers {
  private Numbers() {}

  /** A share as a percentage; never rounds something to nothing or almost all to all. */
  static String percent(double share) {
    if (share > 0 && share < .005) {
      return "less than 1 %";
    }
    if (share < 1 && share >= .995) {
      return "more than 99 %";
    }
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /** A value of a metric to three digits. */
  static String value(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
