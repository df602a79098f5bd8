package org.pentimento.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
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
    return minus(String.format(Locale.ROOT, "%.0f %%", share * 100));
  }

  /**
   * A small share as a percentage with a digit after the point where it matters, such as {@code 1.5
   * %}; never rounds something to nothing.
   */
  public static String fine(double share) {
    double percent = share * 100;
    if (share > 0 && percent < .05) {
      return "less than 0.1 %";
    }
    boolean whole = percent >= 9.95 || Math.abs(percent - Math.rint(percent)) < .005;
    return whole ? percent(share) : minus(String.format(Locale.ROOT, "%.1f %%", percent));
  }

  /** The share of pairs that were poisoned, as a percentage of three digits: {@code 15.6 %}. */
  public static String rate(double share) {
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  /** A probability for somebody who has no use for powers of ten: {@code 1 in 12,000}. */
  public static String chance(double p) {
    if (p >= .001) {
      return fine(p);
    }
    if (p < 1e-6) {
      return "less than 1 in a million";
    }
    BigDecimal odds = BigDecimal.valueOf(1 / p).round(new MathContext(2));
    return String.format(Locale.ROOT, "1 in %,d", odds.longValue());
  }

  /**
   * How many honest pairs, such as {@code 2 % of honest pairs} or {@code 1 in 12,000 honest pairs}.
   */
  public static String ofHonest(double share) {
    String chance = chance(share);
    return chance + (chance.endsWith("%") ? " of honest pairs" : " honest pairs");
  }

  /** A number of things, such as {@code 3 pairs}. */
  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** A value of a metric to three digits after the point. */
  public static String value(double value) {
    return minus(String.format(Locale.ROOT, "%.3f", value));
  }

  private static String minus(String number) {
    return number.replace('-', '−');
  }
}
