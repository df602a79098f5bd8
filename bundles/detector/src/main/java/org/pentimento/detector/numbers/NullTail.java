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
  private static final int ROUNDS = 10;
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
  private final double whole;
  private final Shape shape;
  private final double start;
  private final double scale;
  private final double weight;

  private NullTail(
      double[] sorted, double whole, Shape shape, double start, double scale, double weight) {
    this.sorted = sorted;
    this.whole = whole;
    this.shape = shape;
    this.start = start;
    this.scale = scale;
    this.weight = weight;
  }

  /**
   * Fits the tail to scores of which some may not be honest: those that are less probable than a
   * limit are left out, the rest is fitted as what lies within that limit, and so on until nothing
   * changes.
   *
   * @param scores of all pairs
   * @param start pairs to start from
   * @param usable pairs that may take part; at least 8 of them
   * @param limit share of honest pairs that are left out, in (0, .02]
   * @param usual scale of the tail that is usual for such scores, in units of the honest scores'
   *     robust deviation if {@code relative}, larger than 0
   * @param weight of the usual scale, as a number of pairs in the tail
   */
  public static NullTail fit(
      double[] scores,
      boolean[] start,
      boolean[] usable,
      double limit,
      Shape shape,
      double usual,
      boolean relative,
      double weight) {
    boolean[] kept = start;
    NullTail tail = once(Robust.pick(scores, kept), limit, shape, usual, relative, weight);
    for (int round = 0; round < ROUNDS; round++) {
      boolean[] next = new boolean[scores.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = usable[i] && tail.logP(scores[i]) > StrictMath.log(limit);
      }
      if (Arrays.equals(next, kept)) {
        break;
      }
      kept = next;
      tail = once(Robust.pick(scores, kept), limit, shape, usual, relative, weight);
    }
    return tail;
  }

  private static NullTail once(
      double[] honest, double limit, Shape shape, double usual, boolean relative, double weight) {
    double[] sorted = honest.clone();
    Arrays.sort(sorted);
    double whole = 1 - limit;
    double start = Robust.quantileOfSorted(sorted, BODY / whole);
    double sum = 0;
    double weights = 0;
    for (double level : LEVELS) {
      double one = Math.sqrt(1 - level);
      double quantile = Robust.quantileOfSorted(sorted, Math.min(1, level / whole));
      sum += one * (quantile - start) / shape.excess(level);
      weights += one;
    }
    double unit = relative ? Robust.spread(sorted, Robust.median(sorted)) : 1;
    double points = (1 - BODY) * sorted.length;
    double scale = (points * sum / weights + weight * usual * unit) / (points + weight) + 1e-9;
    return new NullTail(sorted, whole, shape, start, scale, points + weight);
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
    return StrictMath.log(Math.max(1 - BODY, 1 - whole * below / (sorted.length + 1)));
  }
}
