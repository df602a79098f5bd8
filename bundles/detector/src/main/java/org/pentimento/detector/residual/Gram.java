package org.pentimento.detector.residual;

/** Sums of products between all columns of tall matrices: who is how like whom. */
public final class Gram {
  private static final int ROWS = 48;
  private static final int DEPTH = 8;

  private final int n;
  private final float[] sums;

  /** Nothing summed yet, of {@code n} columns. */
  public Gram(int n) {
    this.n = n;
    sums = new float[Math.multiplyExact(n, n)];
  }

  /**
   * Adds the products of rows.
   *
   * @param values row by row, {@code n} values each
   * @param rows how many
   */
  public void add(float[] values, int rows) {
    Workers.each((n + ROWS - 1) / ROWS, b -> block(values, rows, b * ROWS));
  }

  private void block(float[] x, int rows, int first) {
    int last = Math.min(n, first + ROWS);
    int p = 0;
    for (; p + DEPTH <= rows; p += DEPTH) {
      int at = p * n;
      for (int i = first; i < last; i++) {
        eight(x, at, i, sums, i * n);
      }
    }
    for (; p < rows; p++) {
      for (int i = first; i < last; i++) {
        float a = x[p * n + i];
        for (int j = i; j < n; j++) {
          sums[i * n + j] += a * x[p * n + j];
        }
      }
    }
  }

  /** Eight rows at once, so that each sum is read and written once for eight products. */
  private void eight(float[] x, int at, int i, float[] to, int row) {
    int o1 = at + n;
    int o2 = o1 + n;
    int o3 = o2 + n;
    int o4 = o3 + n;
    int o5 = o4 + n;
    int o6 = o5 + n;
    int o7 = o6 + n;
    float a0 = x[at + i];
    float a1 = x[o1 + i];
    float a2 = x[o2 + i];
    float a3 = x[o3 + i];
    float a4 = x[o4 + i];
    float a5 = x[o5 + i];
    float a6 = x[o6 + i];
    float a7 = x[o7 + i];
    for (int j = i; j < n; j++) {
      to[row + j] +=
          a0 * x[at + j]
              + a1 * x[o1 + j]
              + a2 * x[o2 + j]
              + a3 * x[o3 + j]
              + a4 * x[o4 + j]
              + a5 * x[o5 + j]
              + a6 * x[o6 + j]
              + a7 * x[o7 + j];
    }
  }

  /**
   * The sums themselves: {@code n} rows of {@code n}, of which only those from the diagonal on are
   * filled.
   */
  public float[] sums() {
    return sums;
  }

  /** The sums so far, {@code n} rows of {@code n}, symmetric. */
  public double[] symmetric() {
    double[] out = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        out[i * n + j] = sums[i * n + j];
        out[j * n + i] = sums[i * n + j];
      }
    }
    return out;
  }
}
