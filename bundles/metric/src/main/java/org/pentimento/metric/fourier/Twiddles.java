package org.pentimento.metric.fourier;

/**
 * The second half of a short transform: makes its outputs of the sums that a {@link Radix} left,
 * and multiplies each by its twiddle factor, which takes it to the next stage. Immutable.
 */
final class Twiddles {
  private final Radix radix;
  private final int step;
  private final float[] factors;

  /**
   * The factors of a stage.
   *
   * @param block rows that are transformed on their own from this stage on
   */
  Twiddles(Radix radix, int block) {
    this.radix = radix;
    step = block / radix.length();
    factors = new float[2 * block];
    int at = 0;
    for (int p = 0; p < step; p++) {
      for (int k = 0; k < radix.length(); k++) {
        double angle = -2 * Math.PI * (p * k) / block;
        factors[at++] = (float) StrictMath.cos(angle);
        factors[at++] = (float) StrictMath.sin(angle);
      }
    }
  }

  /** Output k, in row {@code first + p + k * step}, of the p-th of the block's short transforms. */
  void apply(float[][] re, float[][] im, int first, int p, int length) {
    int size = radix.length();
    int row = first + p;
    float[] w = factors;
    for (int k = 1; k <= size - k; k++) {
      int mirrored = size - k;
      int a = row + k * step;
      int b = row + mirrored * step;
      int at = 2 * (p * size + k);
      int mirroredAt = 2 * (p * size + mirrored);
      if (k < mirrored) {
        join(
            re[a], im[a], re[b], im[b], w[at], w[at + 1], w[mirroredAt], w[mirroredAt + 1], length);
      } else if (p > 0) {
        turn(re[a], im[a], w[at], w[at + 1], length);
      }
    }
  }

  /**
   * From the cosine sums m and the sine sums n: (m - i n) (c1 + i s1) and (m + i n) (c2 + i s2).
   */
  private static void join(
      float[] mr,
      float[] mi,
      float[] nr,
      float[] ni,
      float c1,
      float s1,
      float c2,
      float s2,
      int length) {
    for (int j = 0; j < length; j++) {
      float cosR = mr[j];
      float cosI = mi[j];
      float sinR = nr[j];
      float sinI = ni[j];
      float yr = cosR + sinI;
      float yi = cosI - sinR;
      float zr = cosR - sinI;
      float zi = cosI + sinR;
      mr[j] = yr * c1 - yi * s1;
      mi[j] = yr * s1 + yi * c1;
      nr[j] = zr * c2 - zi * s2;
      ni[j] = zr * s2 + zi * c2;
    }
  }

  /** Multiplies a row by a complex number. */
  static void turn(float[] re, float[] im, float c, float s, int length) {
    for (int j = 0; j < length; j++) {
      float r = re[j];
      float i = im[j];
      re[j] = r * c - i * s;
      im[j] = r * s + i * c;
    }
  }
}
