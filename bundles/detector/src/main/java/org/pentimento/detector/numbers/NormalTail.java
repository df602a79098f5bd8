package org.pentimento.detector.numbers;

/** The upper tail of the standard normal distribution. */
final class NormalTail {
  private static final double[] LEVELS = {.75, .9, .95, .975};
  private static final double[] QUANTILES = {.6744898, 1.2815516, 1.6448536, 1.959964};

  private NormalTail() {}

  /** The quantile of .75, .9, .95 or .975. */
  static double quantile(double level) {
    for (int k = 0; k < LEVELS.length; k++) {
      if (LEVELS[k] == level) {
        return QUANTILES[k];
      }
    }
    throw new IllegalArgumentException("no quantile at " + level);
  }

  /**
   * Natural logarithm of the probability above a positive value: Abramowitz and Stegun 26.2.17, off
   * by less than 7.5e-8.
   */
  static double logP(double z) {
    double t = 1 / (1 + .2316419 * z);
    double series =
        t
            * (.319381530
                + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return StrictMath.log(series / Math.sqrt(2 * Math.PI)) - z * z / 2;
  }
}
