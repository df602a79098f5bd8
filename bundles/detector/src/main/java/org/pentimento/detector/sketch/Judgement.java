package org.pentimento.detector.sketch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.pentimento.detector.numbers.NullTail;
import org.pentimento.detector.numbers.NullTail.Shape;
import org.pentimento.detector.numbers.Robust;

/**
 * How probable each pair's scores are if it is honest, by the tails of the set's own scores. An
 * aspect in which many pairs are suspicious counts more than the others.
 *
 * @param logP natural logarithm of the share of honest pairs that score as high in all aspects
 *     together
 * @param each the same for each aspect alone
 * @param honest pairs from which the tails were taken
 */
record Judgement(double[] logP, Map<Aspect, double[]> each, boolean[] honest) {
  private static final int ROUNDS = 10;
  private static final double OUTLIER = Math.log(.005);
  private static final double FEW = .01;
  private static final double EQUAL_SHARE = .01;

  /** What is added for what the fit of a tail does not know of it. */
  private static final double DOUBT = Math.log(1.4);

  /**
   * Judges scores.
   *
   * @param honest pairs to start from
   * @param trusted pairs that always count as honest
   * @param usable pairs that may
   */
  static Judgement of(SketchScores scores, boolean[] honest, boolean[] trusted, boolean[] usable) {
    Judgement judgement = once(scores, honest);
    for (int round = 0; round < ROUNDS; round++) {
      boolean[] next = new boolean[honest.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = trusted[i] || (usable[i] && judgement.logP[i] > OUTLIER);
      }
      if (Arrays.equals(next, judgement.honest)) {
        break;
      }
      judgement = once(scores, next);
    }
    return judgement;
  }

  private static Judgement once(SketchScores scores, boolean[] honest) {
    int n = honest.length;
    Map<Aspect, double[]> each = new EnumMap<>(Aspect.class);
    scores.scores().forEach((aspect, values) -> each.put(aspect, tail(aspect, values, honest)));
    double[] strength = new double[n];
    Map<Aspect, Double> weights = weights(each);
    each.forEach(
        (aspect, p) -> {
          for (int i = 0; i < n; i++) {
            strength[i] = Math.max(strength[i], weights.get(aspect) - p[i]);
          }
        });
    NullTail tail = NullTail.fit(Robust.pick(strength, honest), Shape.EXPONENTIAL, 1);
    double[] logP = new double[n];
    for (int i = 0; i < n; i++) {
      logP[i] = Math.min(0, tail.logP(strength[i]) + DOUBT);
    }
    return new Judgement(logP, each, honest);
  }

  private static double[] tail(Aspect aspect, double[] values, boolean[] honest) {
    double[] known = Robust.pick(values, honest);
    double spread = Robust.spread(known, Robust.median(known));
    NullTail tail =
        NullTail.fit(
            known, aspect.tail(), Math.max(aspect.usualScale() * spread, .1 * spread + 1e-9));
    double[] p = new double[values.length];
    for (int i = 0; i < p.length; i++) {
      p[i] = tail.logP(values[i]);
    }
    return p;
  }

  /** Logarithms of weights by how many more pairs than chance lets expect are suspicious. */
  private static Map<Aspect, Double> weights(Map<Aspect, double[]> each) {
    Map<Aspect, Double> excess = new EnumMap<>(Aspect.class);
    double sum = 0;
    for (Map.Entry<Aspect, double[]> one : each.entrySet()) {
      double n = one.getValue().length;
      long few = Arrays.stream(one.getValue()).filter(p -> p < Math.log(FEW)).count();
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
