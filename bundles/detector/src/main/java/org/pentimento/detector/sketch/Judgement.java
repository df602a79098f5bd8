package org.pentimento.detector.sketch;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.pentimento.detector.numbers.NullTail;
import org.pentimento.detector.numbers.Robust;

/**
 * How probable each pair's scores are if it is honest, by the tails of the set's own scores.
 *
 * @param logP natural logarithm of the share of honest pairs that score as high in all respects
 *     together
 * @param each the same for each suspicion alone
 * @param honest pairs from which the tails were taken
 */
record Judgement(double[] logP, Map<Suspicion, double[]> each, boolean[] honest) {
  private static final int ROUNDS = 10;
  private static final double OUTLIER = Math.log(.005);
  private static final double UPPER_QUARTER = .6745;

  /**
   * Judges scores.
   *
   * @param honest pairs to start from
   * @param trusted pairs that always count as honest
   */
  static Judgement of(SketchScores scores, boolean[] honest, boolean[] trusted) {
    Judgement judgement = once(scores, honest);
    for (int round = 0; round < ROUNDS; round++) {
      boolean[] next = new boolean[honest.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = trusted[i] || judgement.logP[i] > OUTLIER;
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
    Map<Suspicion, double[]> each = new EnumMap<>(Suspicion.class);
    double[] least = new double[n];
    scores
        .scores()
        .forEach(
            (suspicion, values) -> {
              double[] known = Robust.pick(values, honest);
              double spread = Robust.spread(known, Robust.median(known));
              double usual = spread * (suspicion.unit() - UPPER_QUARTER) / StrictMath.log(25);
              NullTail tail = NullTail.fit(known, Math.max(usual, .1 * spread));
              double[] p = new double[n];
              for (int i = 0; i < n; i++) {
                p[i] = tail.logP(values[i]);
                least[i] = Math.min(least[i], p[i]);
              }
              each.put(suspicion, p);
            });
    double[] strength = new double[n];
    for (int i = 0; i < n; i++) {
      strength[i] = -least[i];
    }
    NullTail tail = NullTail.fit(Robust.pick(strength, honest), 1);
    double[] logP = new double[n];
    for (int i = 0; i < n; i++) {
      logP[i] = tail.logP(strength[i]);
    }
    return new Judgement(logP, each, honest);
  }
}
