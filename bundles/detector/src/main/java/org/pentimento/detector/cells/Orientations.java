package org.pentimento.detector.cells;

import org.pentimento.detector.frame.WorkingPair;

/** How strongly a plane changes in each of four directions. */
final class Orientations {
  static final int COUNT = 4;

  private Orientations() {}

  /** Gradient magnitude (Sobel, an eighth), shared out between the two nearest directions. */
  static float[][] of(float[] plane) {
    int w = WorkingPair.WIDTH;
    int h = WorkingPair.HEIGHT;
    float[][] out = new float[COUNT][w * h];
    for (int y = 0; y < h; y++) {
      int up = Math.max(0, y - 1) * w;
      int here = y * w;
      int down = Math.min(h - 1, y + 1) * w;
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(w - 1, x + 1);
        double gx =
            (plane[up + right]
                    - plane[up + left]
                    + 2 * (plane[here + right] - plane[here + left])
                    + plane[down + right]
                    - plane[down + left])
                / 8;
        double gy =
            (plane[down + left]
                    - plane[up + left]
                    + 2 * (plane[down + x] - plane[up + x])
                    + plane[down + right]
                    - plane[up + right])
                / 8;
        double strength = Math.sqrt(gx * gx + gy * gy);
        if (strength == 0) {
          continue;
        }
        double direction = direction(gx, gy);
        int low = (int) direction;
        double share = direction - low;
        out[low % COUNT][here + x] += (float) (strength * (1 - share));
        out[(low + 1) % COUNT][here + x] += (float) (strength * share);
      }
    }
    return out;
  }

  /** The direction of a gradient in [0, 4), opposite ones alike; off by less than 1e-4. */
  static double direction(double gx, double gy) {
    double x = Math.abs(gx);
    double y = Math.abs(gy);
    double t = Math.min(x, y) / Math.max(x, y);
    double s = t * t;
    // Abramowitz and Stegun 4.4.49
    double angle =
        t * (.9998660 + s * (-.3302995 + s * (.1801410 + s * (-.0851330 + s * .0208351))));
    if (y > x) {
      angle = Math.PI / 2 - angle;
    }
    if (gx < 0 != gy < 0) {
      angle = Math.PI - angle;
    }
    double direction = angle / Math.PI * COUNT;
    return direction >= COUNT ? 0 : direction;
  }
}
