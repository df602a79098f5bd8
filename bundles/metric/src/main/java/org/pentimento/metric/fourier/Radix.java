package org.pentimento.metric.fourier;

/**
 * The length of a short transform, and the half of it that real and imaginary parts undergo alike.
 *
 * <p>Each loop reads all its values before it writes one, and uses none in two products: otherwise
 * the JVM's compiler makes no vector instructions of it, and it takes six times as long. Hence the
 * forms with few products (Winograd, Mathematics of Computation 32, 1978), and several short loops
 * instead of a long one.
 */
enum Radix {
  SEVEN(7, 110) {
    @Override
    void sums(float[][] rows, int row, int step, int length) {
      float[] a = rows[row];
      float[] b = rows[row + step];
      float[] c = rows[row + 2 * step];
      float[] d = rows[row + 3 * step];
      float[] e = rows[row + 4 * step];
      float[] f = rows[row + 5 * step];
      float[] g = rows[row + 6 * step];
      sumAndDifference(b, g, length);
      sumAndDifference(c, f, length);
      sumAndDifference(d, e, length);
      sums7(b, c, d, length);
      first7(a, b, length);
      cosines7(b, c, d, length);
      sines7(g, f, e, length);
    }
  },
  FIVE(5, 45) {
    @Override
    void sums(float[][] rows, int row, int step, int length) {
      float[] a = rows[row];
      float[] b = rows[row + step];
      float[] c = rows[row + 2 * step];
      float[] d = rows[row + 3 * step];
      float[] e = rows[row + 4 * step];
      for (int j = 0; j < length; j++) {
        float x0 = a[j];
        float x1 = b[j];
        float x2 = c[j];
        float x3 = d[j];
        float x4 = e[j];
        float outer = x1 + x4;
        float inner = x2 + x3;
        float sum = outer + inner;
        float difference = HALF_COS_5 * (outer - inner);
        float middle = x0 - 0.25f * sum;
        a[j] = x0 + sum;
        b[j] = middle + difference;
        c[j] = middle - difference;
        d[j] = x2 - x3;
        e[j] = x1 - x4;
      }
      sines5(d, e, length);
    }
  },
  FOUR(4, 30) {
    @Override
    void sums(float[][] rows, int row, int step, int length) {
      float[] a = rows[row];
      float[] b = rows[row + step];
      float[] c = rows[row + 2 * step];
      float[] d = rows[row + 3 * step];
      for (int j = 0; j < length; j++) {
        float x0 = a[j];
        float x1 = b[j];
        float x2 = c[j];
        float x3 = d[j];
        float even = x0 + x2;
        float odd = x1 + x3;
        a[j] = even + odd;
        c[j] = even - odd;
        b[j] = x0 - x2;
        d[j] = x1 - x3;
      }
    }
  },
  THREE(3, 33) {
    @Override
    void sums(float[][] rows, int row, int step, int length) {
      float[] a = rows[row];
      float[] b = rows[row + step];
      float[] c = rows[row + 2 * step];
      for (int j = 0; j < length; j++) {
        float x0 = a[j];
        float x1 = b[j];
        float x2 = c[j];
        float sum = x1 + x2;
        a[j] = x0 + sum;
        b[j] = x0 - 0.5f * sum;
        c[j] = SIN_3 * (x1 - x2);
      }
    }
  },
  TWO(2, 20) {
    @Override
    void sums(float[][] rows, int row, int step, int length) {
      sumAndDifference(rows[row], rows[row + step], length);
    }
  };

  private static final float SIN_3 = (float) StrictMath.sin(Math.PI / 3);
  private static final double COS_5_1 = StrictMath.cos(2 * Math.PI / 5);
  private static final double COS_5_2 = StrictMath.cos(4 * Math.PI / 5);
  private static final float HALF_COS_5 = (float) ((COS_5_1 - COS_5_2) / 2);
  private static final float SIN_5_1 = (float) StrictMath.sin(2 * Math.PI / 5);
  private static final float SIN_5_2 = (float) StrictMath.sin(4 * Math.PI / 5);
  private static final float SIXTH = 1 / 6f;
  private static final double COS_1 = StrictMath.cos(2 * Math.PI / 7);
  private static final double COS_2 = StrictMath.cos(4 * Math.PI / 7);
  private static final double COS_3 = StrictMath.cos(6 * Math.PI / 7);
  private static final float COS_7_A = (float) ((2 * COS_1 - COS_2 - COS_3) / 3);
  private static final float COS_7_B = (float) ((COS_1 - 2 * COS_2 + COS_3) / 3);
  private static final float COS_7_C = (float) ((COS_1 + COS_2 - 2 * COS_3) / 3);
  private static final double SIN_1 = StrictMath.sin(2 * Math.PI / 7);
  private static final double SIN_2 = StrictMath.sin(4 * Math.PI / 7);
  private static final double SIN_3_7 = StrictMath.sin(6 * Math.PI / 7);
  private static final float SIN_7 = (float) ((SIN_1 + SIN_2 - SIN_3_7) / 3);
  private static final float SIN_7_A = (float) ((2 * SIN_1 - SIN_2 + SIN_3_7) / 3);
  private static final float SIN_7_B = (float) ((2 * SIN_2 + SIN_3_7 - SIN_1) / 3);
  private static final float SIN_7_C = (float) ((SIN_1 + SIN_2 + 2 * SIN_3_7) / 3);

  private final int length;
  private final int cost;

  Radix(int length, int cost) {
    this.length = length;
    this.cost = cost;
  }

  /** Number of rows that it transforms. */
  int length() {
    return length;
  }

  /** Measured time of a pass over a row, relative to the others. */
  int cost() {
    return cost;
  }

  /**
   * Replaces rows x[0], x[1], … by sums of them times cosines and sines. The first becomes the sum
   * of all, row k of the first half the sum of {@code x[j] cos(2 pi j k / radix)}, and row {@code
   * radix - k} that of {@code x[j] sin(2 pi j k / radix)}.
   *
   * @param rows real or imaginary parts
   * @param row the first of the rows
   * @param step from each of the rows to the next
   * @param length number of columns
   */
  abstract void sums(float[][] rows, int row, int step, int length);

  private static void sumAndDifference(float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      float x0 = a[j];
      float x1 = b[j];
      a[j] = x0 + x1;
      b[j] = x0 - x1;
    }
  }

  private static void sines5(float[] d, float[] e, int length) {
    for (int j = 0; j < length; j++) {
      float inner = d[j];
      float outer = e[j];
      d[j] = SIN_5_2 * outer - SIN_5_1 * inner;
      e[j] = SIN_5_1 * outer + SIN_5_2 * inner;
    }
  }

  /** Leaves the sum of three in the first and two of their differences in the others. */
  private static void sums7(float[] b, float[] c, float[] d, int length) {
    for (int j = 0; j < length; j++) {
      float t1 = b[j];
      float t2 = c[j];
      float t3 = d[j];
      b[j] = t1 + t3 + t2;
      c[j] = t1 - t3;
      d[j] = t3 - t2;
    }
  }

  /** Leaves the sum of all in the first, what the cosine sums have in common in the second. */
  private static void first7(float[] a, float[] b, int length) {
    for (int j = 0; j < length; j++) {
      float x0 = a[j];
      float sum = b[j];
      a[j] = x0 + sum;
      b[j] = x0 - SIXTH * sum;
    }
  }

  private static void cosines7(float[] b, float[] c, float[] d, int length) {
    for (int j = 0; j < length; j++) {
      float common = b[j];
      float t13 = c[j];
      float t32 = d[j];
      float p = COS_7_A * t13;
      float q = COS_7_B * t32;
      float r = COS_7_C * (t13 + t32);
      b[j] = common + p + q;
      c[j] = r - (p - common);
      d[j] = (common - q) - r;
    }
  }

  private static void sines7(float[] g, float[] f, float[] e, int length) {
    for (int j = 0; j < length; j++) {
      float u1 = g[j];
      float u2 = f[j];
      float u3 = e[j];
      float common = SIN_7 * (u1 + u2 - u3);
      float p = SIN_7_A * (u1 + u3);
      float q = SIN_7_B * (u3 + u2);
      float r = SIN_7_C * (u1 - u2);
      g[j] = common + p + q;
      f[j] = common - p + r;
      e[j] = q + r - common;
    }
  }
}
