package org.pentimento.detector.cells;

import org.pentimento.detector.frame.WorkingPair;

/** A Gaussian blur of planes of working size; beyond the border the nearest pixel counts again. */
final class GaussianMean {
  private GaussianMean() {}

  static float[] blur(float[] plane, double sigma) {
    int radius = (int) (4 * sigma + .5);
    double[] kernel = new double[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      kernel[k + radius] = StrictMath.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + radius];
    }
    int w = WorkingPair.WIDTH;
    int h = WorkingPair.HEIGHT;
    double[] across = new double[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double total = 0;
        for (int k = -radius; k <= radius; k++) {
          total += kernel[k + radius] * plane[y * w + Math.max(0, Math.min(w - 1, x + k))];
        }
        across[y * w + x] = total / sum;
      }
    }
    float[] out = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double total = 0;
        for (int k = -radius; k <= radius; k++) {
          total += kernel[k + radius] * across[Math.max(0, Math.min(h - 1, y + k)) * w + x];
        }
        out[y * w + x] = (float) (total / sum);
      }
    }
    return out;
  }
}
