package org.pentimento.audit.calibration;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Student's t distribution. */
public final class StudentT {
  private StudentT() {}

  /**
   * Probability that a value exceeds {@code t}.
   *
   * @param freedom degrees of freedom, above 0
   */
  public static double above(double t, double freedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 0 : 1;
    }
    double tail = RegularizedBeta.value(freedom / (freedom + t * t), freedom / 2, .5) / 2;
    return t >= 0 ? tail : 1 - tail;
  }
}
