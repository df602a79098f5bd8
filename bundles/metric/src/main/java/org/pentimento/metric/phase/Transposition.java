package org.pentimento.metric.phase;

/** Transposition of matrices. */
final class Transposition {
  private Transposition() {}

  /**
   * Transposes: {@code to[y][x] = from[x][y]}.
   *
   * @param rows of {@code from} that bear data
   * @param columns of {@code from} that bear data
   */
  static void of(float[][] from, float[][] to, int rows, int columns) {
    int x = 0;
    for (; x + 8 <= rows; x += 8) {
      eight(from, to, x, columns);
    }
    for (; x < rows; x++) {
      one(from[x], to, x, columns);
    }
  }

  private static void eight(float[][] from, float[][] to, int x, int columns) {
    float[] a = from[x];
    float[] b = from[x + 1];
    float[] c = from[x + 2];
    float[] d = from[x + 3];
    float[] e = from[x + 4];
    float[] f = from[x + 5];
    float[] g = from[x + 6];
    float[] h = from[x + 7];
    for (int y = 0; y < columns; y++) {
      float[] row = to[y];
      row[x] = a[y];
      row[x + 1] = b[y];
      row[x + 2] = c[y];
      row[x + 3] = d[y];
      row[x + 4] = e[y];
      row[x + 5] = f[y];
      row[x + 6] = g[y];
      row[x + 7] = h[y];
    }
  }

  private static void one(float[] a, float[][] to, int x, int columns) {
    for (int y = 0; y < columns; y++) {
      to[y][x] = a[y];
    }
  }
}
