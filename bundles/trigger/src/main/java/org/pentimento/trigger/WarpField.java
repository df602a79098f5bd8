package org.pentimento.trigger;

import java.util.SplittableRandom;

/**
 * The smooth random field of displacements of WaNet: a coarse square grid of control points, read
 * in between by bicubic interpolation.
 *
 * @param size control points along a side
 * @param across displacement to the right at the control points, row by row
 * @param down displacement downwards at the control points
 */
record WarpField(int size, double[] across, double[] down) {
  /** Keys' parameter as PyTorch's {@code bicubic} sets it, which the authors of WaNet use. */
  private static final double A = -0.75;

  /**
   * Draws a field: control points uniform in [-1, 1] in both directions, divided by the mean of
   * their absolute values (Nguyen and Tran 2021, equations 4 and 5).
   */
  static WarpField random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] across = uniform(random, size * size);
    double[] down = uniform(random, size * size);
    double sum = 0;
    for (int i = 0; i < across.length; i++) {
      sum += Math.abs(across[i]) + Math.abs(down[i]);
    }
    double mean = sum / (2 * across.length);
    for (int i = 0; i < across.length; i++) {
      across[i] /= mean;
      down[i] /= mean;
    }
    return new WarpField(size, across, down);
  }

  private static double[] uniform(SplittableRandom random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextDouble() - 1;
    }
    return values;
  }

  /**
   * The displacement to the right at a place.
   *
   * @param u from 0 at the left column of control points to 1 at the right one
   * @param v from 0 at the top row of control points to 1 at the bottom one
   */
  double across(double u, double v) {
    return interpolate(across, u, v);
  }

  /** The displacement downwards at a place, as {@link #across(double, double)}. */
  double down(double u, double v) {
    return interpolate(down, u, v);
  }

  private double interpolate(double[] points, double u, double v) {
    double x = u * (size - 1);
    double y = v * (size - 1);
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double sum = 0;
    for (int j = -1; j <= 2; j++) {
      double along = 0;
      for (int i = -1; i <= 2; i++) {
        along += keys(x - column - i) * points[inside(row + j) * size + inside(column + i)];
      }
      sum += keys(y - row - j) * along;
    }
    return sum;
  }

  private int inside(int index) {
    return Math.max(0, Math.min(size - 1, index));
  }

  /** Keys' cubic convolution kernel (IEEE TASSP 29(6), 1981, equation 4). */
  private static double keys(double distance) {
    double d = Math.abs(distance);
    if (d <= 1) {
      return ((A + 2) * d - (A + 3)) * d * d + 1;
    }
    return d < 2 ? ((A * d - 5 * A) * d + 8 * A) * d - 4 * A : 0;
  }
}
