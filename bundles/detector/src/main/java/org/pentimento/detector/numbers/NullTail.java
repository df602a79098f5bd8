package org.pentimento.detector.numbers;

import java.util.Arrays;

/**
 * How many honest pairs score as high as a value: by counting in the body of the distribution, by a
 * tail of a given shape beyond. The tail's scale is drawn towards one that is usual, the more the
 * fewer pairs there are, and its uncertainty makes far values less improbable.
 */
public final class NullTail {
  private static final double BODY = .75;
  private static final double[] LEVELS = {.9, .95, .975};
  private static final double PRIOR_WEIGHT = 12;
  private static final double LEAST = -690;

  private static final double NORMAL_BODY = .6744898;
  private static final double NORMAL_FAR = 3.0902323;
  private static final double FAR = Math.log(1e-3);
  private static final double HAZARD_FAR = 3.3670901;

  /** How a tail falls. */
  public enum Shape {
    /** Exponentially. */
    EXPONENTIAL {
      @Override
      double excess(double level) {
        return StrictMath.log((1 - BODY) / (1 - level));
      }

      @Override
      double depth(double excess) {
        return excess;
      }
    },
    /** As a normal distribution as far as one in a thousand, exponentially beyond. */
    NORMAL {
      @Override
      double excess(double level) {
        return NormalTail.quantile(level) - NORMAL_BODY;
      }

      @Override
      double depth(double excess) {
        double z = NORMAL_BODY + excess;
        double logP = z < NORMAL_FAR ? NormalTail.logP(z) : FAR - HAZARD_FAR * (z - NORMAL_FAR);
        return StrictMath.log(1 - BODY) - logP;
      }
    };

    /** How far beyond the body a level lies, in units of the scale. */
    abstract double excess(double level);

    /** By how much the logarithm of the share falls from the body to an excess. */
    abstract double depth(double excess);
  }

  private final double[] sorted;
  private final Shape shape;
  private final double start;
  private final double scale;
  private final double weight;

  private NullTail(double[] sorted, Shape shape, double start, double scale, double weight) {
    this.sorted = sorted;
    this.shape = shape;
    this.start = start;
    this.scale = scale;
    this.weight = weight;
  }

  /**
   * Fits the tail.
   *
   * @param honest scores of pairs that are thought honest, at least 8
   * @param usual scale of the tail that is usual for such scores, larger than 0: mean excess or
   *     standard deviation, by the shape
   */
  public static NullTail fit(double[] honest, Shape shape, double usual) {
    double[] sorted = honest.clone();
    Arrays.sort(sorted);
    double start = Robust.quantileOfSorted(sorted, BODY);
    double sum = 0;
    double weights = 0;
    for (double level : LEVELS) {
      double weight = Math.sqrt(1 - level);
      sum += weight * (Robust.quantileOfSorted(sorted, level) - start) / shape.excess(level);
      weights += weight;
    }
    double points = (1 - BODY) * sorted.length;
    double scale = (points * sum / weights + PRIOR_WEIGHT * usual) / (points + PRIOR_WEIGHT) + 1e-9;
    return new NullTail(sorted, shape, start, scale, points + PRIOR_WEIGHT);
  }

  /** The natural logarithm of the share of honest pairs that score as high, at least -690. */
  public double logP(double score) {
    if (score > start) {
      double depth = shape.depth((score - start) / scale);
      double p = StrictMath.log(1 - BODY) - weight * StrictMath.log1p(depth / weight);
      return Math.max(LEAST, p);
    }
    int at = Arrays.binarySearch(sorted, score);
    int below = at >= 0 ? at : -at - 1;
    return StrictMath.log(Math.max(1 - BODY, 1 - below / (double) (sorted.length + 1)));
  }
}
