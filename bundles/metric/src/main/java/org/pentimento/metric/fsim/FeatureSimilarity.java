package org.pentimento.metric.fsim;

import org.pentimento.metric.plane.Plane;

/**
 * Local similarity of two images' features and the weight of each place (Zhang, Zhang, Mou, Zhang,
 * IEEE TIP 20(8), 2011, equations 4 to 8).
 *
 * @param local similarity of phase congruency times similarity of gradients
 * @param weight the larger phase congruency of the two
 */
record FeatureSimilarity(Plane local, double[] weight) {
  private static final double T1 = 0.85;
  private static final double T2 = 160;

  static FeatureSimilarity of(FeatureMaps a, FeatureMaps b) {
    double[] local = new double[a.gradient().size()];
    double[] weight = new double[local.length];
    double[] g1 = a.gradient().data();
    double[] g2 = b.gradient().data();
    for (int i = 0; i < local.length; i++) {
      double p1 = a.congruency()[i];
      double p2 = b.congruency()[i];
      double congruency = (2 * p1 * p2 + T1) / (p1 * p1 + p2 * p2 + T1);
      double gradient = (2 * g1[i] * g2[i] + T2) / (g1[i] * g1[i] + g2[i] * g2[i] + T2);
      local[i] = congruency * gradient;
      weight[i] = Math.max(p1, p2);
    }
    return new FeatureSimilarity(
        new Plane(a.gradient().width(), a.gradient().height(), local), weight);
  }

  /** Whether any place has weight; false if neither image has a feature. */
  boolean isDefined() {
    for (double w : weight) {
      if (w > 0) {
        return true;
      }
    }
    return false;
  }

  /** The weighted mean of a local similarity. */
  double pool(Plane similarity) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += similarity.data()[i] * weight[i];
      weights += weight[i];
    }
    return sum / weights;
  }
}
