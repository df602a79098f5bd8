package org.pentimento.metric.fourier;

import java.util.Arrays;

/**
 * A transform of any size as a convolution with a chirp, done by transforms of a larger, smooth
 * size (Bluestein, IEEE Transactions on Audio and Electroacoustics 18(4), 1970).
 */
final class Bluestein implements RowTransform {
  private final MixedRadix convolution;
  private final float[] chirpRe;
  private final float[] chirpIm;
  private final float[] kernelRe;
  private final float[] kernelIm;

  Bluestein(int size) {
    int padded = cheapest(2 * size - 1);
    convolution = new MixedRadix(padded);
    chirpRe = new float[size];
    chirpIm = new float[size];
    float[][] kernel = new float[padded][1];
    float[][] kernelImaginary = new float[padded][1];
    for (int j = 0; j < size; j++) {
      // j * j modulo the period keeps the angle small and so exact.
      double angle = Math.PI * ((long) j * j % (2L * size)) / size;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      chirpRe[j] = (float) cos;
      chirpIm[j] = (float) -sin;
      kernel[j][0] = (float) (cos / padded);
      kernelImaginary[j][0] = (float) (sin / padded);
      if (j > 0) {
        kernel[padded - j][0] = kernel[j][0];
        kernelImaginary[padded - j][0] = kernelImaginary[j][0];
      }
    }
    convolution.forward(kernel, kernelImaginary, 1);
    kernelRe = firstColumn(kernel);
    kernelIm = firstColumn(kernelImaginary);
  }

  /** The size of at least the bound that has the quickest transform. */
  private static int cheapest(int atLeast) {
    int best = Integer.highestOneBit(atLeast) * 2;
    for (int size = best; size >= atLeast; size--) {
      if (MixedRadix.fits(size) && MixedRadix.cost(size) < MixedRadix.cost(best)) {
        best = size;
      }
    }
    return best;
  }

  private static float[] firstColumn(float[][] rows) {
    float[] column = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][0];
    }
    return column;
  }

  @Override
  public int size() {
    return chirpRe.length;
  }

  @Override
  public int rows() {
    return convolution.rows();
  }

  @Override
  public void forward(float[][] re, float[][] im, int length) {
    int size = size();
    for (int j = 0; j < size; j++) {
      Twiddles.turn(re[j], im[j], chirpRe[j], chirpIm[j], length);
    }
    for (int j = size; j < rows(); j++) {
      Arrays.fill(re[j], 0, length, 0f);
      Arrays.fill(im[j], 0, length, 0f);
    }
    convolution.forward(re, im, length);
    for (int j = 0; j < rows(); j++) {
      Twiddles.turn(re[j], im[j], kernelRe[j], kernelIm[j], length);
    }
    convolution.forward(im, re, length);
    for (int j = 0; j < size; j++) {
      Twiddles.turn(re[j], im[j], chirpRe[j], chirpIm[j], length);
    }
  }
}
