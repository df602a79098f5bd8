package org.pentimento.metric.phase;

/** Transposition of matrices that lie side by side in the rows of one array. */
final class Transposition {
  private static final int TILE = 16;

  private Transposition() {}

  /**
   * Transposes blocks: {@code to[y][b * rows + x] = from[x][b * columns + y]}.
   *
   * @param rows of each block of {@code from}
   * @param columns of each block of {@code from}
   */
  static void blocks(float[][] from, float[][] to, int blocks, int rows, int columns) {
    for (int x0 = 0; x0 < rows; x0 += TILE) {
      int x1 = Math.min(rows, x0 + TILE);
      for (int block = 0; block < blocks; block++) {
        int source = block * columns;
        int target = block * rows;
        int x = x0;
        for (; x + 4 <= x1; x += 4) {
          four(from, x, source, to, target + x, columns);
        }
        for (; x < x1; x++) {
          one(from[x], source, to, target + x, columns);
        }
      }
    }
  }

  private static void four(
      float[][] from, int x, int source, float[][] to, int target, int columns) {
    float[] a = from[x];
    float[] b = from[x + 1];
    float[] c = from[x + 2];
    float[] d = from[x + 3];
    for (int y = 0; y < columns; y++) {
      float[] row = to[y];
      row[target] = a[source + y];
      row[target + 1] = b[source + y];
      row[target + 2] = c[source + y];
      row[target + 3] = d[source + y];
    }
  }

  private static void one(float[] a, int source, float[][] to, int target, int columns) {
    for (int y = 0; y < columns; y++) {
      to[y][target] = a[source + y];
    }
  }
}
