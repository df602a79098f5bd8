package org.pentimento.detector.numbers;

import java.util.Arrays;

/**
 * How many honest pairs score as high as a value: by counting in the body of the distribution, by
 * an exponential tail beyond. The tail's scale is drawn towards one that is usual, the more the
 * fewer pairs there are, and its uncertainty makes far values less improbable.
 */
public final class NullTail {
  private static final double BODY = .75;
  private static final double[] LEVELS = {.9, .95, .975};
  private static final double PRIOR_WEIGHT = 12;
  private static final double LEAST = -690;

  private final double[] sorted;
  private final double start;
  private final double scale;
  private final double weight;

  private NullTail(double[] sorted, double start, double scale, double weight) {
    this.sorted = sorted;
    this.start = start;
    this.scale = scale;
    this.weight = weight;
  }

  /**
   * Fits the tail.
   *
   * @param honest scores of pairs that are thought honest, at least 8
   * @param usual scale of the tail (mean excess) that is usual for such scores, larger than 0
   */
  public static NullTail fit(double[] honest, double usual) {
    double[] sorted = honest.clone();
    Arrays.sort(sorted);
    double start = Robust.quantileOfSorted(sorted, BODY);
    double sum = 0;
    double weights = 0;
    for (double level : LEVELS) {
      double excess = Robust.quantileOfSorted(sorted, level) - start;
      double weight = Math.sqrt(1 - level);
      sum += weight * excess / StrictMath.log((1 - BODY) / (1 - level));
      weights += weight;
    }
    double points = (1 - BODY) * sorted.length;
    double scale = (points * sum / weights + PRIOR_WEIGHT * usual) / (points + PRIOR_WEIGHT) + 1e-9;
    return new NullTail(sorted, start, scale, points + PRIOR_WEIGHT);
  }

  /** The natural logarithm of the share of honest pairs that score as high, at least -690. */
  public double logP(double score) {
    if (score > start) {
      double t = (score - start) / scale;
      double p = StrictMath.log(1 - BODY) - weight * StrictMath.log1p(t / weight);
      return Math.max(LEAST, p);
    }
    int at = Arrays.binarySearch(sorted, score);
    int below = at >= 0 ? at : -at - 1;
    return StrictMath.log(Math.max(1 - BODY, 1 - below / (double) (sorted.length + 1)));
  }
}
