package org.pentimento.metric.fsim;

import org.pentimento.api.image.Image;
import org.pentimento.metric.plane.Plane;

/**
 * The chroma planes of YIQ on the scale of 0 to 255 levels, as FSIMc uses them.
 *
 * @param i orange to blue
 * @param q purple to green
 */
record Chroma(Plane i, Plane q) {
  private static final double T3 = 200;
  private static final double T4 = 200;
  private static final double LAMBDA = 0.03;
  private static final double COS_LAMBDA_PI = StrictMath.cos(LAMBDA * Math.PI);

  static Chroma of(Image image, int factor) {
    return new Chroma(
        FeatureMaps.reduced(Plane.mix(image, .596, -.274, -.322), factor),
        FeatureMaps.reduced(Plane.mix(image, .211, -.523, .312), factor));
  }

  /** Similarity of the chroma to the power of 0.03, its real part where it is complex. */
  Plane similarity(Chroma other) {
    double[] similarity = new double[i.size()];
    for (int k = 0; k < similarity.length; k++) {
      double product =
          similarity(i.data()[k], other.i.data()[k], T3)
              * similarity(q.data()[k], other.q.data()[k], T4);
      similarity[k] = power(product);
    }
    return new Plane(i.width(), i.height(), similarity);
  }

  private static double similarity(double a, double b, double constant) {
    return (2 * a * b + constant) / (a * a + b * b + constant);
  }

  private static double power(double base) {
    if (base == 1) {
      return 1;
    }
    double size = StrictMath.pow(Math.abs(base), LAMBDA);
    return base < 0 ? size * COS_LAMBDA_PI : size;
  }
}
