package org.pentimento.model.convention;

import org.pentimento.api.image.Image;

/** Brings images to other sizes: means over areas where they shrink, bilinear where they grow. */
public final class Scaling {
  private Scaling() {}

  /** An image stretched to a size in pixels. */
  public static Image scale(Image image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    int planes = image.planes();
    Weights across = Weights.of(image.width(), width);
    Weights down = Weights.of(image.height(), height);
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(width, height), planes)];
    float[] rows = new float[width * image.height()];
    for (int p = 0; p < planes; p++) {
      for (int y = 0; y < image.height(); y++) {
        int row = (p * image.height() + y) * image.width();
        for (int x = 0; x < width; x++) {
          float sum = 0;
          for (int i = 0; i < across.weights[x].length; i++) {
            sum += across.weights[x][i] * image.data()[row + across.first[x] + i];
          }
          rows[y * width + x] = sum;
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float sum = 0;
          for (int i = 0; i < down.weights[y].length; i++) {
            sum += down.weights[y][i] * rows[(down.first[y] + i) * width + x];
          }
          out[(p * height + y) * width + x] = sum;
        }
      }
    }
    return Image.of(width, height, planes, out);
  }

  /** For each new pixel the old ones it is made of: a triangle as wide as the larger pixel. */
  private record Weights(int[] first, float[][] weights) {
    static Weights of(int from, int to) {
      int[] first = new int[to];
      float[][] weights = new float[to][];
      double step = (double) from / to;
      double reach = Math.max(1, step);
      for (int i = 0; i < to; i++) {
        double centre = (i + .5) * step - .5;
        int low = (int) Math.max(0, Math.ceil(centre - reach));
        int high = (int) Math.min(from - 1, Math.floor(centre + reach));
        float[] w = new float[high - low + 1];
        double sum = 0;
        for (int j = low; j <= high; j++) {
          w[j - low] = (float) Math.max(0, 1 - Math.abs(j - centre) / reach);
          sum += w[j - low];
        }
        if (sum == 0) { // beyond the edge: the nearest pixel alone
          w[0] = 1;
          sum = 1;
        }
        for (int j = 0; j < w.length; j++) {
          w[j] /= (float) sum;
        }
        first[i] = low;
        weights[i] = w;
      }
      return new Weights(first, weights);
    }
  }
}
