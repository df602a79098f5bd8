package org.pentimento.detector.compact;

import org.pentimento.api.image.Image;

/**
 * A smooth warp. Parameters: coefficients of the shift to the right, then of the shift downwards,
 * each before a hyperbolic tangent.
 *
 * @param limit largest shift in pixels
 * @param basis bumps
 */
record SmoothWarp(double limit, SmoothBasis basis) implements PhotoChange {
  private static final int POINTS = 5;

  /** Of five points each way. */
  static SmoothWarp of(double limit, int width, int height) {
    return new SmoothWarp(limit, SmoothBasis.bumps(width, height, POINTS));
  }

  @Override
  public int size() {
    return 2 * basis.size();
  }

  /** Shifts by pixel. */
  private double[][] shifts(double[] p) {
    double[] bounded = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      bounded[i] = limit * Math.tanh(p[i]);
    }
    return new double[][] {basis.field(bounded, 0), basis.field(bounded, basis.size())};
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int width = photo.width();
    int height = photo.height();
    double[][] shifts = shifts(p);
    float[] data = new float[photo.data().length];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < width * height; i++) {
        data[c * width * height + i] =
            (float) sample(photo, c, i % width + shifts[0][i], i / width + shifts[1][i])[0];
      }
    }
    return Image.of(width, height, 3, data);
  }

  /** Value and slopes to the right and downwards, between pixels; the edge is repeated. */
  private static double[] sample(Image photo, int c, double atX, double atY) {
    double x = Math.max(0, Math.min(photo.width() - 1.001, atX));
    double y = Math.max(0, Math.min(photo.height() - 1.001, atY));
    int x0 = (int) x;
    int y0 = (int) y;
    double fx = x - x0;
    double fy = y - y0;
    double a = photo.get(c, x0, y0);
    double b = photo.get(c, x0 + 1, y0);
    double d = photo.get(c, x0, y0 + 1);
    double e = photo.get(c, x0 + 1, y0 + 1);
    double value = (a * (1 - fx) + b * fx) * (1 - fy) + (d * (1 - fx) + e * fx) * fy;
    return new double[] {
      value, (b - a) * (1 - fy) + (e - d) * fy, (d - a) * (1 - fx) + (e - b) * fx
    };
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int width = photo.width();
    int area = width * photo.height();
    double[][] shifts = shifts(p);
    double[] right = new double[area];
    double[] down = new double[area];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < area; i++) {
        double[] at = sample(photo, c, i % width + shifts[0][i], i / width + shifts[1][i]);
        right[i] += gradient[c * area + i] * at[1];
        down[i] += gradient[c * area + i] * at[2];
      }
    }
    double[] bounded = new double[p.length];
    basis.back(right, bounded, 0);
    basis.back(down, bounded, basis.size());
    for (int i = 0; i < p.length; i++) {
      double t = Math.tanh(p[i]);
      sum[i] += bounded[i] * limit * (1 - t * t);
    }
  }
}
