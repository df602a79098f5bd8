package org.pentimento.detector.sketch;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.pentimento.detector.numbers.NullTail;
import org.pentimento.detector.numbers.NullTail.Shape;

/**
 * How probable each pair's scores are if it is honest, by the tails of the set's own scores. An
 * aspect in which many pairs are suspicious counts more than the others.
 *
 * @param logP natural logarithm of the share of honest pairs that score as high in all aspects
 *     together
 * @param each the same for each aspect alone
 * @param honest pairs that are not suspicious
 */
record Judgement(double[] logP, Map<Aspect, double[]> each, boolean[] honest) {
  private static final double OUTLIERS = .01;
  private static final double USUAL_WEIGHT = 12;
  private static final double LEAST_SCALE = .1;
  private static final double FEW = .03;
  private static final double EQUAL_SHARE = .003;
  private static final double ODD = .005;

  /** So many pairs that lack a part are more than honest ones: of clean sets at most .11 do. */
  private static final double MANY = .13;

  /**
   * The scale of the tail of the smallest p: larger than 1, as tails are fitted to scores without
   * outliers. Found on drawn faces.
   */
  private static final double TOGETHER = 1.9;

  private static final double TOGETHER_WEIGHT = 200;

  /**
   * Judges scores.
   *
   * @param start pairs that are thought honest
   * @param usable pairs that may say what is usual
   */
  static Judgement of(SketchScores scores, boolean[] start, boolean[] usable) {
    int n = start.length;
    Map<Aspect, double[]> each = new EnumMap<>(Aspect.class);
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    boolean[] ordinary = all.clone();
    scores
        .scores()
        .forEach(
            (aspect, values) -> {
              boolean[] usual = lacksMany(aspect, values) ? usual(aspect, values) : all;
              narrow(ordinary, usual);
              NullTail tail =
                  NullTail.fit(
                      values,
                      both(start, usual),
                      both(usable, usual),
                      OUTLIERS,
                      aspect.tail(),
                      Math.max(LEAST_SCALE, aspect.usualScale()),
                      true,
                      USUAL_WEIGHT);
              each.put(aspect, Arrays.stream(values).map(tail::logP).toArray());
            });
    Map<Aspect, Double> weights = weights(each);
    double[] strength = new double[n];
    Arrays.fill(strength, Double.NEGATIVE_INFINITY);
    each.forEach(
        (aspect, p) -> {
          double weight = weights.getOrDefault(aspect, 0.);
          for (int i = 0; i < n; i++) {
            strength[i] = Math.max(strength[i], weight - p[i]);
          }
        });
    NullTail tail =
        NullTail.fit(
            strength,
            both(start, ordinary),
            both(usable, ordinary),
            ODD,
            Shape.EXPONENTIAL,
            TOGETHER,
            false,
            TOGETHER_WEIGHT);
    double[] logP = new double[n];
    boolean[] honest = new boolean[n];
    for (int i = 0; i < n; i++) {
      logP[i] = tail.logP(strength[i]);
      honest[i] = usable[i] && logP[i] > StrictMath.log(OUTLIERS);
    }
    return new Judgement(logP, each, honest);
  }

  /**
   * Whether more sketches lack a part than honest ones do. They are then no part of what is usual,
   * which a third of the set would otherwise shift to where they are.
   */
  private static boolean lacksMany(Aspect aspect, double[] scores) {
    long many = Arrays.stream(scores).filter(score -> score > aspect.unit()).count();
    return aspect.part() != null && many > MANY * scores.length;
  }

  /** The pairs that score no higher than all but one in a hundred honest ones. */
  private static boolean[] usual(Aspect aspect, double[] scores) {
    boolean[] usual = new boolean[scores.length];
    for (int i = 0; i < usual.length; i++) {
      usual[i] = scores[i] <= aspect.unit();
    }
    return usual;
  }

  private static boolean[] both(boolean[] one, boolean[] other) {
    boolean[] both = one.clone();
    narrow(both, other);
    return both;
  }

  private static void narrow(boolean[] to, boolean[] by) {
    for (int i = 0; i < to.length; i++) {
      to[i] &= by[i];
    }
  }

  /** Natural logarithm of the share of honest pairs that score as high as a pair in an aspect. */
  double logP(Aspect aspect, int pair) {
    return requireNonNull(each.get(aspect))[pair];
  }

  /** Logarithms of weights by how many more pairs than chance lets expect are suspicious. */
  private static Map<Aspect, Double> weights(Map<Aspect, double[]> each) {
    Map<Aspect, Double> excess = new EnumMap<>(Aspect.class);
    double sum = 0;
    for (Map.Entry<Aspect, double[]> one : each.entrySet()) {
      double n = one.getValue().length;
      long few = Arrays.stream(one.getValue()).filter(p -> p < StrictMath.log(FEW)).count();
      double chance = FEW * n + 2 * Math.sqrt(FEW * n);
      double share = EQUAL_SHARE + Math.max(0, few - chance) / n;
      excess.put(one.getKey(), share);
      sum += share;
    }
    double mean = sum / each.size();
    excess.replaceAll((aspect, share) -> StrictMath.log(share / mean));
    return excess;
  }
}
