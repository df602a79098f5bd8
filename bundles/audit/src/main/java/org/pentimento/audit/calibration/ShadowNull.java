package org.pentimento.audit.calibration;

import java.util.List;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.casefile.result.model.Evidence;

/**
 * What clean models measure, estimated from shadow models: a t distribution around their mean with
 * a spread that is no smaller than the look's floor, for a few shadows agree better than clean
 * models do. Its 2 K degrees of freedom for K shadows are a working rule; a self-test tells how far
 * its p can be relied on.
 */
record ShadowNull(Look look, double mean, double spread, int shadows) {
  /**
   * The null of a look.
   *
   * @param values of at least {@link Evidence#LEAST_SHADOWS} shadow models
   */
  static ShadowNull of(Look look, List<Double> values) {
    int k = values.size();
    if (k < Evidence.LEAST_SHADOWS) {
      throw new IllegalArgumentException(k + " shadow models");
    }
    double mean = values.stream().mapToDouble(v -> scaled(look, v)).average().orElseThrow();
    double squares = 0;
    for (double value : values) {
      double difference = scaled(look, value) - mean;
      squares += difference * difference;
    }
    double spread = Math.max(Math.sqrt(squares / (k - 1)), look.floor());
    return new ShadowNull(look, mean, spread * Math.sqrt(1 + 1. / k), k);
  }

  private static double scaled(Look look, double value) {
    return look.scale() == Scale.RATIO ? Math.log(value) : value;
  }

  /** By how many spreads a value exceeds what clean models measure. */
  double z(double value) {
    return (scaled(look, value) - mean) / spread;
  }

  /** Probability that a clean model measures as much, in (0, 1]. */
  double p(double value) {
    return Math.max(Double.MIN_NORMAL, StudentT.above(z(value), 2. * shadows));
  }
}
