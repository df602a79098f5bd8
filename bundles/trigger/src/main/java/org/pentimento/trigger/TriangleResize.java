package org.pentimento.trigger;

import org.pentimento.api.image.Image;

/**
 * Changes the size of an image with a triangle filter: bilinear interpolation when it grows, a
 * weighted mean of the pixels that fall together when it shrinks, so that fine patterns do not
 * alias.
 */
final class TriangleResize {
  private TriangleResize() {}

  /** The image stretched to another size. */
  static Image resize(Image image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    int planes = image.planes();
    Taps columns = Taps.of(image.width(), width);
    Taps rows = Taps.of(image.height(), height);
    float[] out = new float[Math.multiplyExact(Math.multiplyExact(width, height), planes)];
    double[] narrow = new double[image.height() * width];
    for (int p = 0; p < planes; p++) {
      for (int y = 0; y < image.height(); y++) {
        int from = (p * image.height() + y) * image.width();
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int i = 0; i < columns.weights[x].length; i++) {
            sum += columns.weights[x][i] * image.data()[from + columns.first[x] + i];
          }
          narrow[y * width + x] = sum;
        }
      }
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int i = 0; i < rows.weights[y].length; i++) {
            sum += rows.weights[y][i] * narrow[(rows.first[y] + i) * width + x];
          }
          out[(p * height + y) * width + x] = (float) sum;
        }
      }
    }
    return Image.of(width, height, planes, out);
  }

  /** For each new place along one axis the first old place that counts, and the weights from it. */
  private record Taps(int[] first, double[][] weights) {
    static Taps of(int from, int to) {
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      int[] first = new int[to];
      double[][] weights = new double[to][];
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale - 0.5;
        int low = Math.max(0, (int) Math.ceil(centre - reach));
        int high = Math.min(from - 1, (int) Math.floor(centre + reach));
        double[] w = new double[high - low + 1];
        double sum = 0;
        for (int k = 0; k < w.length; k++) {
          w[k] = Math.max(0, 1 - Math.abs(low + k - centre) / reach);
          sum += w[k];
        }
        for (int k = 0; k < w.length; k++) {
          w[k] /= sum;
        }
        first[i] = low;
        weights[i] = w;
      }
      return new Taps(first, weights);
    }
  }
}
