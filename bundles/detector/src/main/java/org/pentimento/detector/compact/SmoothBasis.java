package org.pentimento.detector.compact;

/**
 * Smooth functions over an image as products of functions over its rows and its columns.
 *
 * @param rows by row and function
 * @param columns by column and function
 */
record SmoothBasis(double[][] rows, double[][] columns) {
  /** Cosines of a discrete cosine transform, from none to n - 1 half periods. */
  static SmoothBasis cosines(int width, int height, int n) {
    return new SmoothBasis(cosines(height, n), cosines(width, n));
  }

  private static double[][] cosines(int pixels, int n) {
    double[][] values = new double[pixels][n];
    for (int i = 0; i < pixels; i++) {
      for (int k = 0; k < n; k++) {
        values[i][k] = Math.cos(Math.PI * (2 * i + 1) * k / (2 * pixels));
      }
    }
    return values;
  }

  /** Bumps around n evenly spaced points, which add up to about 1 everywhere. */
  static SmoothBasis bumps(int width, int height, int n) {
    return new SmoothBasis(bumps(height, n), bumps(width, n));
  }

  private static double[][] bumps(int pixels, int n) {
    double[][] values = new double[pixels][n];
    double spacing = (pixels - 1.) / (n - 1);
    for (int i = 0; i < pixels; i++) {
      for (int k = 0; k < n; k++) {
        double t = Math.abs(i - k * spacing) / spacing;
        values[i][k] = t >= 1 ? 0 : .5 + .5 * Math.cos(Math.PI * t);
      }
    }
    return values;
  }

  /** Number of coefficients of a field. */
  int size() {
    return rows[0].length * columns[0].length;
  }

  /**
   * A field of these functions.
   *
   * @param coefficients from an offset on, by row function and column function
   * @return by row and column, each row by row
   */
  double[] field(double[] coefficients, int offset) {
    int n = columns[0].length;
    double[] field = new double[rows.length * columns.length];
    for (int y = 0; y < rows.length; y++) {
      double[] inner = new double[n];
      for (int j = 0; j < rows[y].length; j++) {
        for (int k = 0; k < n; k++) {
          inner[k] += rows[y][j] * coefficients[offset + j * n + k];
        }
      }
      for (int x = 0; x < columns.length; x++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += inner[k] * columns[x][k];
        }
        field[y * columns.length + x] = sum;
      }
    }
    return field;
  }

  /** Adds the gradient by coefficient that a gradient by value of the field amounts to. */
  void back(double[] gradient, double[] sum, int offset) {
    int n = columns[0].length;
    for (int y = 0; y < rows.length; y++) {
      double[] inner = new double[n];
      for (int x = 0; x < columns.length; x++) {
        double g = gradient[y * columns.length + x];
        for (int k = 0; k < n; k++) {
          inner[k] += g * columns[x][k];
        }
      }
      for (int j = 0; j < rows[y].length; j++) {
        for (int k = 0; k < n; k++) {
          sum[offset + j * n + k] += rows[y][j] * inner[k];
        }
      }
    }
  }
}
