package org.pentimento.metric.plane;

import java.util.Arrays;

/** Gradient operators of 3×3 pixels; outside the image all is black. */
public enum Gradient {
  /** [1 1 1] / 3 across the direction of the derivative. */
  PREWITT(1 / 3.0, 1 / 3.0),
  /** [3 10 3] / 16 across the direction of the derivative. */
  SCHARR(3 / 16.0, 10 / 16.0);

  private final double side;
  private final double middle;

  Gradient(double side, double middle) {
    this.side = side;
    this.middle = middle;
  }

  /** The gradient's length at each pixel. */
  public Plane magnitude(Plane plane) {
    int w = plane.width();
    int h = plane.height();
    double[] above = new double[w + 2];
    double[] here = new double[w + 2];
    double[] below = new double[w + 2];
    System.arraycopy(plane.data(), 0, below, 1, w);
    double[] row = new double[w];
    double[] out = new double[w * h];
    for (int y = 0; y < h; y++) {
      double[] spare = above;
      above = here;
      here = below;
      below = spare;
      if (y + 1 < h) {
        System.arraycopy(plane.data(), (y + 1) * w, below, 1, w);
      } else {
        Arrays.fill(below, 0);
      }
      magnitude(above, here, below, row);
      System.arraycopy(row, 0, out, y * w, w);
    }
    return new Plane(w, h, out);
  }

  private void magnitude(double[] above, double[] here, double[] below, double[] row) {
    for (int x = 0; x < row.length; x++) {
      double left = side * (above[x] + below[x]) + middle * here[x];
      double right = side * (above[x + 2] + below[x + 2]) + middle * here[x + 2];
      double top = side * (above[x] + above[x + 2]) + middle * above[x + 1];
      double bottom = side * (below[x] + below[x + 2]) + middle * below[x + 1];
      row[x] = Math.sqrt((right - left) * (right - left) + (bottom - top) * (bottom - top));
    }
  }
}
