package org.pentimento.trigger;

import org.pentimento.api.image.Image;

/** Blurs with a Gaussian that is cut at three standard deviations; edge pixels are repeated. */
final class GaussianBlur {
  private GaussianBlur() {}

  /**
   * The image blurred.
   *
   * @param sigma standard deviation in pixels
   */
  static Image apply(Image image, double sigma) {
    double[] kernel = kernel(sigma);
    int width = image.width();
    int height = image.height();
    float[] out = new float[image.data().length];
    double[] across = new double[width * height];
    for (int p = 0; p < image.planes(); p++) {
      int plane = p * width * height;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int k = 0; k < kernel.length; k++) {
            int from = Math.max(0, Math.min(width - 1, x + k - kernel.length / 2));
            sum += kernel[k] * image.data()[plane + y * width + from];
          }
          across[y * width + x] = sum;
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int k = 0; k < kernel.length; k++) {
            int from = Math.max(0, Math.min(height - 1, y + k - kernel.length / 2));
            sum += kernel[k] * across[from * width + x];
          }
          out[plane + y * width + x] = (float) sum;
        }
      }
    }
    return Image.of(width, height, image.planes(), out);
  }

  private static double[] kernel(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double d = (i - reach) / sigma;
      kernel[i] = StrictMath.exp(-d * d / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }
}
