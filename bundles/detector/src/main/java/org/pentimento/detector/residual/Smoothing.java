package org.pentimento.detector.residual;

/** Filters of one plane, stored row by row; outside it its edge pixels are repeated. */
public final class Smoothing {
  private Smoothing() {}

  /**
   * A Gaussian, cut at four standard deviations.
   *
   * @param sigma standard deviation in pixels
   */
  public static float[] gauss(float[] plane, int width, int height, double sigma) {
    float[] taps = taps(sigma);
    int reach = taps.length / 2;
    float[] across = new float[width * height];
    float[] padded = new float[width + 2 * reach];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int x = 0; x < padded.length; x++) {
        padded[x] = plane[row + clamp(x - reach, width)];
      }
      for (int k = 0; k < taps.length; k++) {
        float tap = taps[k];
        for (int x = 0; x < width; x++) {
          across[row + x] += tap * padded[x + k];
        }
      }
    }
    float[] out = new float[width * height];
    for (int y = 0; y < height; y++) {
      int to = y * width;
      for (int k = 0; k < taps.length; k++) {
        int from = clamp(y + k - reach, height) * width;
        float tap = taps[k];
        for (int x = 0; x < width; x++) {
          out[to + x] += tap * across[from + x];
        }
      }
    }
    return out;
  }

  private static float[] taps(double sigma) {
    int reach = (int) (4 * sigma + 0.5);
    double[] taps = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      double d = (i - reach) / sigma;
      taps[i] = StrictMath.exp(-d * d / 2);
      sum += taps[i];
    }
    float[] out = new float[taps.length];
    for (int i = 0; i < taps.length; i++) {
      out[i] = (float) (taps[i] / sum);
    }
    return out;
  }

  /**
   * The mean over the area that falls on each pixel of a smaller plane.
   *
   * @param newWidth at most {@code width}
   * @param newHeight at most {@code height}
   */
  public static float[] shrink(float[] plane, int width, int height, int newWidth, int newHeight) {
    if (width == newWidth && height == newHeight) {
      return plane;
    }
    float[] across = new float[newWidth * height];
    for (int x = 0; x < newWidth; x++) {
      double from = (double) x * width / newWidth;
      double to = (double) (x + 1) * width / newWidth;
      for (int j = (int) from; j < Math.min(width, StrictMath.ceil(to)); j++) {
        float weight = (float) ((Math.min(to, j + 1) - Math.max(from, j)) / (to - from));
        for (int y = 0; y < height; y++) {
          across[y * newWidth + x] += weight * plane[y * width + j];
        }
      }
    }
    float[] out = new float[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      double from = (double) y * height / newHeight;
      double to = (double) (y + 1) * height / newHeight;
      for (int j = (int) from; j < Math.min(height, StrictMath.ceil(to)); j++) {
        float weight = (float) ((Math.min(to, j + 1) - Math.max(from, j)) / (to - from));
        for (int x = 0; x < newWidth; x++) {
          out[y * newWidth + x] += weight * across[j * newWidth + x];
        }
      }
    }
    return out;
  }

  static int clamp(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }
}
