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

  /**
   * Carries a gradient for a scaled image back to the image.
   *
   * @param gradient by value of the scaled image, plane by plane
   * @param scaled size of the scaled image
   * @param size of the image
   */
  static float[] back(float[] gradient, int planes, Size scaled, Size size) {
    if (scaled.equals(size)) {
      return gradient;
    }
    Weights across = Weights.of(size.width, scaled.width);
    Weights down = Weights.of(size.height, scaled.height);
    float[] out = new float[size.area() * planes];
    for (int p = 0; p < planes; p++) {
      float[] rows = new float[scaled.width * size.height];
      for (int y = 0; y < scaled.height; y++) {
        for (int i = 0; i < down.weights[y].length; i++) {
          int to = (down.first[y] + i) * scaled.width;
          int from = (p * scaled.height + y) * scaled.width;
          for (int x = 0; x < scaled.width; x++) {
            rows[to + x] += down.weights[y][i] * gradient[from + x];
          }
        }
      }
      for (int y = 0; y < size.height; y++) {
        int row = (p * size.height + y) * size.width;
        for (int x = 0; x < scaled.width; x++) {
          for (int i = 0; i < across.weights[x].length; i++) {
            out[row + across.first[x] + i] += across.weights[x][i] * rows[y * scaled.width + x];
          }
        }
      }
    }
    return out;
  }

  /** Width and height in pixels. */
  record Size(int width, int height) {
    int area() {
      return Math.multiplyExact(width, height);
    }
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
