package org.pentimento.audit.image;

import org.pentimento.api.image.Image;

/** A Gaussian over an image whose edge pixels go on outside. */
public final class Softness {
  private Softness() {}

  /**
   * The image out of focus.
   *
   * @param deviation of the Gaussian in pixels, above 0
   */
  public static Image gaussian(Image image, double deviation) {
    int reach = (int) Math.ceil(3 * deviation);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      weights[k + reach] = StrictMath.exp(-k * k / (2 * deviation * deviation));
      sum += weights[k + reach];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    int w = image.width();
    int h = image.height();
    float[] across = new float[image.data().length];
    float[] both = new float[across.length];
    for (int row = 0; row < h * image.planes(); row++) {
      for (int x = 0; x < w; x++) {
        double value = 0;
        for (int k = -reach; k <= reach; k++) {
          value += weights[k + reach] * image.data()[row * w + inside(x + k, w)];
        }
        across[row * w + x] = (float) value;
      }
    }
    for (int plane = 0; plane < image.planes(); plane++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          double value = 0;
          for (int k = -reach; k <= reach; k++) {
            value += weights[k + reach] * across[(plane * h + inside(y + k, h)) * w + x];
          }
          both[(plane * h + y) * w + x] = (float) value;
        }
      }
    }
    return Image.of(w, h, image.planes(), both);
  }

  private static int inside(int at, int length) {
    return Math.max(0, Math.min(length - 1, at));
  }
}
