package org.pentimento.engine.network;

import java.util.SplittableRandom;

/**
 * Normally distributed random numbers by Marsaglia's polar method, the same to the bit on every
 * JVM.
 *
 * <p>G. Marsaglia, T. A. Bray: A Convenient Method for Generating Normal Variables. SIAM Review
 * 6(3), 1964.
 */
final class NormalNumbers {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  NormalNumbers(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next number of mean 0 and standard deviation 1. */
  double next() {
    if (!Double.isNaN(spare)) {
      double result = spare;
      spare = Double.NaN;
      return result;
    }
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double factor = Math.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  }
}
