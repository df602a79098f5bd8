package org.pentimento.detector.sketch;

import java.util.stream.IntStream;

/**
 * How probable it is that an honest set has as many suspicious pairs. Honest sets have a few pairs
 * that are odder than any tail tells, such as the only person with a white beard; so a single pair
 * says little about a set, however odd it is.
 */
final class SetEvidence {
  private static final double[] LEVELS = {1e-2, 1e-3, 1e-5};
  private static final double[] HONEST = {.02, .004, .001};

  private SetEvidence() {}

  /** From the logarithms of the pairs' p. */
  static double p(double[] logP) {
    double least = 1;
    for (int k = 0; k < LEVELS.length; k++) {
      double limit = StrictMath.log(LEVELS[k]);
      int count = 0;
      for (double one : logP) {
        count += one <= limit ? 1 : 0;
      }
      least = Math.min(least, atLeast(count, logP.length, HONEST[k]));
    }
    return Math.max(1e-300, Math.min(1, LEVELS.length * least));
  }

  /** Probability of at least so many successes. */
  private static double atLeast(int count, int trials, double probability) {
    if (count == 0) {
      return 1;
    }
    double logTerm = trials * StrictMath.log1p(-probability);
    double step = StrictMath.log(probability) - StrictMath.log1p(-probability);
    double below = 0;
    double above = 0;
    for (int k = 0; k <= trials; k++) {
      double term = StrictMath.exp(logTerm);
      if (k < count) {
        below += term;
      } else {
        above += term;
      }
      logTerm += StrictMath.log((trials - k) / (k + 1.)) + step;
    }
    return above < .5 ? above : 1 - below;
  }

  /** Those of the pairs that are at least as improbable as a level, most suspicious first. */
  static int[] mostSuspicious(double[] logP, double level, int most) {
    return IntStream.range(0, logP.length)
        .filter(i -> logP[i] <= StrictMath.log(level))
        .boxed()
        .sorted((a, b) -> Double.compare(logP[a], logP[b]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
