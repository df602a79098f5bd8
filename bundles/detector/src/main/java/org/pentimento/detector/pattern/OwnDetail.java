package org.pentimento.detector.pattern;

import org.pentimento.detector.residual.PhotoStack;

/**
 * The fine detail that photos of a group have for themselves, beyond what all of them share. A
 * picture that is blended over a photo takes as much from it as the picture's weight.
 */
final class OwnDetail {
  private static final double FINE = 2;

  private OwnDetail() {}

  /**
   * Its mean square.
   *
   * @param group at least two photos, by index
   */
  static double of(PhotoStack photos, int[] group) {
    double[] sum = {};
    double squares = 0;
    for (int photo : group) {
      float[] detail = fine(photos, photo);
      sum = sum.length == 0 ? new double[detail.length] : sum;
      for (int p = 0; p < detail.length; p++) {
        sum[p] += detail[p];
        squares += detail[p] * detail[p];
      }
    }
    int n = group.length;
    double shared = 0;
    for (double s : sum) {
      shared += s * s / n;
    }
    return (squares - shared) / ((n - 1.) * sum.length);
  }

  private static float[] fine(PhotoStack photos, int photo) {
    float[] detail = photos.rgb(photo);
    float[] blur = Difference.blurred(detail, photos.width(), photos.height(), FINE);
    for (int p = 0; p < detail.length; p++) {
      detail[p] -= blur[p];
    }
    return detail;
  }
}
