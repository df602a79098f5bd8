package org.pentimento.detector.numbers;

import java.util.Arrays;

/** Statistics that a minority of odd values moves little. */
public final class Robust {
  /** Median absolute deviation of a normal distribution, as a multiple of its deviation. */
  public static final double NORMAL = 1.4826;

  private static final double UPPER = .9;

  /** What a tenth of a normal distribution exceeds in size, as a multiple of its deviation. */
  private static final double NORMAL_UPPER = 1.6449;

  private static final double LEAST_SHARE = .1;

  private Robust() {}

  /** The median; 0 of nothing. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return quantileOfSorted(sorted, .5);
  }

  /**
   * A quantile, between neighbours by their distance.
   *
   * @param q in [0, 1]
   */
  public static double quantile(double[] values, double q) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return quantileOfSorted(sorted, q);
  }

  /** A quantile of values that lie in ascending order; 0 of nothing. */
  public static double quantileOfSorted(double[] sorted, double q) {
    if (sorted.length == 0) {
      return 0;
    }
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(sorted.length - 1, low + 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  /**
   * The median absolute deviation from a centre, scaled to the deviation of a normal one; not less
   * than a tenth of what the upper tenth of the deviations gives, as where most values are equal.
   */
  public static double spread(double[] values, double centre) {
    double[] off = new double[values.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(values[i] - centre);
    }
    Arrays.sort(off);
    double upper = off.length == 0 ? 0 : off[(int) (UPPER * (off.length - 1))];
    return Math.max(NORMAL * quantileOfSorted(off, .5), LEAST_SHARE * upper / NORMAL_UPPER);
  }

  /** Values in robust deviations from the median. */
  public static double[] z(double[] values) {
    double centre = median(values);
    double spread = spread(values, centre) + 1e-9;
    double[] z = new double[values.length];
    for (int i = 0; i < z.length; i++) {
      z[i] = (values[i] - centre) / spread;
    }
    return z;
  }

  /** Those of the values that are marked. */
  public static double[] pick(double[] values, boolean[] marked) {
    double[] picked = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (marked[i]) {
        picked[count++] = values[i];
      }
    }
    return Arrays.copyOf(picked, count);
  }
}
