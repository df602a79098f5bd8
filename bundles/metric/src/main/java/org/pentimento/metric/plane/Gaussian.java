package org.pentimento.metric.plane;

import java.util.Arrays;

/**
 * A Gaussian window of odd size, adding up to 1, applied where it lies wholly inside the plane.
 * Separable. Immutable.
 */
public final class Gaussian {
  private final double[] taps;

  /**
   * Samples a Gaussian at whole pixels.
   *
   * @param size odd number of taps
   * @param sigma standard deviation in pixels
   */
  public Gaussian(int size, double sigma) {
    taps = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double x = i - size / 2;
      taps[i] = StrictMath.exp(-x * x / (2 * sigma * sigma));
      sum += taps[i];
    }
    for (int i = 0; i < size; i++) {
      taps[i] /= sum;
    }
  }

  /** Whether a plane of this size is at least as large as the window. */
  public boolean fits(int width, int height) {
    return width >= taps.length && height >= taps.length;
  }

  /** The local means: {@code size - 1} columns and rows fewer than the plane. */
  public Plane of(Plane plane) {
    int w = plane.width() - taps.length + 1;
    int h = plane.height() - taps.length + 1;
    double[] out = new double[w * h];
    double[] column = new double[plane.width()];
    double[] source = new double[plane.width()];
    double[] target = new double[w];
    for (int y = 0; y < h; y++) {
      Arrays.fill(column, 0);
      for (int k = 0; k < taps.length; k++) {
        System.arraycopy(plane.data(), (y + k) * plane.width(), source, 0, plane.width());
        addScaled(source, taps[k], column, plane.width());
      }
      Arrays.fill(target, 0);
      for (int k = 0; k < taps.length; k++) {
        System.arraycopy(column, k, source, 0, w);
        addScaled(source, taps[k], target, w);
      }
      System.arraycopy(target, 0, out, y * w, w);
    }
    return new Plane(w, h, out);
  }

  /** Equal indices on both sides, so that the JVM's compiler uses vector instructions. */
  private static void addScaled(double[] from, double factor, double[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += factor * from[i];
    }
  }
}
