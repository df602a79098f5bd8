package org.pentimento.metric.fourier;

/**
 * Short transforms in place, each followed by twiddle factors: the steps of decimation in
 * frequency. Input k and output k are row {@code row + k * step}; output k is multiplied by the
 * k-th factor, of which {@code w} holds real and imaginary part for k = 1, 2, … from {@code at}.
 *
 * <p>A transform's outputs k and {@code radix - k} are sum and difference of the cosine sums of
 * frequency k and, turned by 90°, its sine sums. {@link RealParts} leaves these, and says why the
 * loops are as short as they are.
 */
final class Butterflies {
  private Butterflies() {}

  /** Radix 2 without twiddle factors: it is always the last step, where they are 1. */
  static void radix2(float[][] re, float[][] im, int row, int length) {
    RealParts.radix2(re[row], re[row + 1], length);
    RealParts.radix2(im[row], im[row + 1], length);
  }

  static void radix3(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    int b = row + step;
    int c = row + 2 * step;
    RealParts.radix3(re[row], re[b], re[c], length);
    RealParts.radix3(im[row], im[b], im[c], length);
    join(re[b], im[b], re[c], im[c], w[at], w[at + 1], w[at + 2], w[at + 3], length);
  }

  static void radix4(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    int b = row + step;
    int c = row + 2 * step;
    int d = row + 3 * step;
    RealParts.radix4(re[row], re[b], re[c], re[d], length);
    RealParts.radix4(im[row], im[b], im[c], im[d], length);
    join(re[b], im[b], re[d], im[d], w[at], w[at + 1], w[at + 4], w[at + 5], length);
    turn(re[c], im[c], w[at + 2], w[at + 3], length);
  }

  static void radix5(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    int b = row + step;
    int c = row + 2 * step;
    int d = row + 3 * step;
    int e = row + 4 * step;
    RealParts.radix5(re[row], re[b], re[c], re[d], re[e], length);
    RealParts.radix5(im[row], im[b], im[c], im[d], im[e], length);
    join(re[b], im[b], re[e], im[e], w[at], w[at + 1], w[at + 6], w[at + 7], length);
    join(re[c], im[c], re[d], im[d], w[at + 2], w[at + 3], w[at + 4], w[at + 5], length);
  }

  static void radix7(float[][] re, float[][] im, int row, int step, float[] w, int at, int length) {
    int b = row + step;
    int c = row + 2 * step;
    int d = row + 3 * step;
    int e = row + 4 * step;
    int f = row + 5 * step;
    int g = row + 6 * step;
    RealParts.radix7(re[row], re[b], re[c], re[d], re[e], re[f], re[g], length);
    RealParts.radix7(im[row], im[b], im[c], im[d], im[e], im[f], im[g], length);
    join(re[b], im[b], re[g], im[g], w[at], w[at + 1], w[at + 10], w[at + 11], length);
    join(re[c], im[c], re[f], im[f], w[at + 2], w[at + 3], w[at + 8], w[at + 9], length);
    join(re[d], im[d], re[e], im[e], w[at + 4], w[at + 5], w[at + 6], w[at + 7], length);
  }

  /** From the cosine sums m and the sine sums n: (m - i n) (c1 + i s1) and (m + i n) (c2 + i s2). */
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
