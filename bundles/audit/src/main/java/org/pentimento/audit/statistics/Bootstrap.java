package org.pentimento.audit.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap of a mean (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13): 95 % interval from 2,000 resamples, by a fixed seed, so that the same values give
 * the same interval.
 */
public final class Bootstrap {
  private static final int RESAMPLES = 2000;
  private static final long SEED = 20230906;

  /**
   * A mean and its interval.
   *
   * @param n number of values
   * @param mean of the values
   * @param low 2.5th percentile of the resampled means
   * @param high 97.5th percentile
   */
  public record Interval(int n, double mean, double low, double high) {}

  private Bootstrap() {}

  /** The interval of at least one value. */
  public static Interval mean(double[] values) {
    int n = values.length;
    if (n == 1) {
      return new Interval(1, values[0], values[0], values[0]);
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += values[random.nextInt(n)];
      }
      means[r] = sum / n;
    }
    Arrays.sort(means);
    return new Interval(
        n, Arrays.stream(values).sum() / n, quantile(means, .025), quantile(means, .975));
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
