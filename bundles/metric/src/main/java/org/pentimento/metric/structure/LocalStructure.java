package org.pentimento.metric.structure;

import org.pentimento.api.image.Image;
import org.pentimento.metric.plane.Gaussian;
import org.pentimento.metric.plane.Plane;

/**
 * What SSIM compares of an image: its levels, local means and local variances under the 11×11
 * Gaussian window of σ = 1.5 (Wang, Bovik, Sheikh, Simoncelli, IEEE TIP 13(4), 2004, section
 * III-C). Grey levels are 0 to 255.
 */
public record LocalStructure(Plane levels, Plane mean, Plane variance) {
  static final int WINDOW_SIZE = 11;
  private static final Gaussian WINDOW = new Gaussian(WINDOW_SIZE, 1.5);
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  /**
   * Local similarity.
   *
   * @param ssim luminance, contrast and structure, equation 13
   * @param contrastStructure contrast and structure alone
   */
  record Similarity(Plane ssim, Plane contrastStructure) {}

  /** Whether an image is at least as large as the window. */
  static boolean fits(Image image) {
    return WINDOW.fits(image.width(), image.height());
  }

  static LocalStructure of(Plane levels) {
    Plane mean = WINDOW.of(levels);
    return new LocalStructure(
        levels, mean, WINDOW.of(levels.times(levels)).minus(mean.times(mean)));
  }

  /** Compares with a candidate, place by place where the window lies inside the image. */
  Similarity compare(LocalStructure candidate) {
    Plane covariance = WINDOW.of(levels.times(candidate.levels)).minus(mean.times(candidate.mean));
    double[] ssim = new double[mean.size()];
    double[] structure = new double[mean.size()];
    compare(
        new double[][] {
          mean.data(), candidate.mean.data(), variance.data(), candidate.variance.data()
        },
        covariance.data(),
        ssim,
        structure);
    return new Similarity(
        new Plane(mean.width(), mean.height(), ssim),
        new Plane(mean.width(), mean.height(), structure));
  }

  private static void compare(
      double[][] moments, double[] covariance, double[] ssim, double[] structure) {
    double[] m1 = moments[0];
    double[] m2 = moments[1];
    double[] v1 = moments[2];
    double[] v2 = moments[3];
    for (int i = 0; i < ssim.length; i++) {
      double luminance = (2 * m1[i] * m2[i] + C1) / (m1[i] * m1[i] + m2[i] * m2[i] + C1);
      structure[i] = (2 * covariance[i] + C2) / (v1[i] + v2[i] + C2);
      ssim[i] = luminance * structure[i];
    }
  }
}
