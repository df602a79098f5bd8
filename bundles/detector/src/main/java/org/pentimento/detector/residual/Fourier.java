package org.pentimento.detector.residual;

import java.util.Arrays;

/** The discrete Fourier transform of any length, by its prime factors; twice for planes. */
public final class Fourier {
  private final int length;
  private final int[] factors;
  private final float[] cos;
  private final float[] sin;

  /** Prepares transforms of a length. */
  public Fourier(int length) {
    this.length = length;
    factors = factors(length);
    cos = new float[length];
    sin = new float[length];
    for (int i = 0; i < length; i++) {
      cos[i] = (float) StrictMath.cos(2 * Math.PI * i / length);
      sin[i] = (float) -StrictMath.sin(2 * Math.PI * i / length);
    }
  }

  private static int[] factors(int length) {
    int[] found = new int[32];
    int count = 0;
    int rest = length;
    for (int f : new int[] {4, 2, 3, 5}) {
      while (rest % f == 0) {
        found[count++] = f;
        rest /= f;
      }
    }
    for (int f = 7; rest > 1; f += 2) {
      while (rest % f == 0) {
        found[count++] = f;
        rest /= f;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Transforms real and imaginary parts in place. */
  public void transform(float[] re, float[] im) {
    float[] outRe = new float[length];
    float[] outIm = new float[length];
    step(re, im, 0, 1, outRe, outIm, 0, length, 0);
    System.arraycopy(outRe, 0, re, 0, length);
    System.arraycopy(outIm, 0, im, 0, length);
  }

  /** Decimation in time: transforms of every f-th value, then joined. */
  private void step(
      float[] re,
      float[] im,
      int from,
      int stride,
      float[] outRe,
      float[] outIm,
      int to,
      int size,
      int level) {
    if (size == 1) {
      outRe[to] = re[from];
      outIm[to] = im[from];
      return;
    }
    int f = factors[level];
    int part = size / f;
    for (int r = 0; r < f; r++) {
      step(re, im, from + r * stride, stride * f, outRe, outIm, to + r * part, part, level + 1);
    }
    float[] tRe = new float[f];
    float[] tIm = new float[f];
    int unit = length / size;
    for (int k = 0; k < part; k++) {
      for (int r = 0; r < f; r++) {
        int at = to + r * part + k;
        int w = r * k * unit;
        tRe[r] = outRe[at] * cos[w] - outIm[at] * sin[w];
        tIm[r] = outRe[at] * sin[w] + outIm[at] * cos[w];
      }
      if (f == 2) {
        outRe[to + k] = tRe[0] + tRe[1];
        outIm[to + k] = tIm[0] + tIm[1];
        outRe[to + part + k] = tRe[0] - tRe[1];
        outIm[to + part + k] = tIm[0] - tIm[1];
        continue;
      }
      for (int q = 0; q < f; q++) {
        float sumRe = tRe[0];
        float sumIm = tIm[0];
        for (int r = 1; r < f; r++) {
          int w = q * r % f * (length / f);
          sumRe += tRe[r] * cos[w] - tIm[r] * sin[w];
          sumIm += tRe[r] * sin[w] + tIm[r] * cos[w];
        }
        outRe[to + q * part + k] = sumRe;
        outIm[to + q * part + k] = sumIm;
      }
    }
  }

  /**
   * The magnitudes of the two-dimensional transform of a real plane: {@code height} rows of {@code
   * width / 2 + 1}.
   *
   * @param across prepared for the width
   * @param down prepared for the height
   */
  public static float[] magnitudes(float[] plane, Fourier across, Fourier down) {
    int width = across.length;
    int height = down.length;
    int half = width / 2 + 1;
    float[] re = new float[half * height];
    float[] im = new float[half * height];
    float[] a = new float[width];
    float[] b = new float[width];
    for (int y = 0; y < height; y += 2) {
      // Two real rows at once: one as the real, one as the imaginary part.
      System.arraycopy(plane, y * width, a, 0, width);
      boolean two = y + 1 < height;
      if (two) {
        System.arraycopy(plane, (y + 1) * width, b, 0, width);
      } else {
        Arrays.fill(b, 0);
      }
      across.transform(a, b);
      for (int k = 0; k < half; k++) {
        int m = k == 0 ? 0 : width - k;
        re[k * height + y] = (a[k] + a[m]) / 2;
        im[k * height + y] = (b[k] - b[m]) / 2;
        if (two) {
          re[k * height + y + 1] = (b[k] + b[m]) / 2;
          im[k * height + y + 1] = (a[m] - a[k]) / 2;
        }
      }
    }
    float[] out = new float[half * height];
    float[] columnRe = new float[height];
    float[] columnIm = new float[height];
    for (int k = 0; k < half; k++) {
      System.arraycopy(re, k * height, columnRe, 0, height);
      System.arraycopy(im, k * height, columnIm, 0, height);
      down.transform(columnRe, columnIm);
      for (int y = 0; y < height; y++) {
        out[y * half + k] =
            (float) Math.sqrt(columnRe[y] * columnRe[y] + columnIm[y] * columnIm[y]);
      }
    }
    return out;
  }
}
