package org.pentimento.metric.plane;

import org.pentimento.api.image.Image;

/**
 * One plane of values, row by row, on the scale 0 to 255 that the metrics' constants are made for.
 *
 * @param width in pixels
 * @param height in pixels
 * @param data {@code width * height} values, never changed
 */
public record Plane(int width, int height, double[] data) {
  /** The luminance .299 R + .587 G + .114 B of an image (ITU-R BT.601). */
  public static Plane luminance(Image image) {
    return mix(image, .299, .587, .114);
  }

  /**
   * A weighted sum of the colour planes. The weights add up to 1 or to 0; of a grey image, all
   * three planes are the grey one.
   */
  public static Plane mix(Image image, double red, double green, double blue) {
    int n = image.width() * image.height();
    float[] from = image.data();
    double[] to = new double[n];
    if (image.planes() == 1) {
      // Luminance keeps grey levels as they are, chroma has none of them, both without rounding.
      double weight = Math.rint(red + green + blue);
      for (int i = 0; i < n; i++) {
        to[i] = weight * (from[i] * 255f);
      }
    } else {
      for (int i = 0; i < n; i++) {
        to[i] =
            red * (from[i] * 255f) + green * (from[n + i] * 255f) + blue * (from[2 * n + i] * 255f);
      }
    }
    return new Plane(image.width(), image.height(), to);
  }

  /** Refuses a candidate of another size than this. */
  public void requireSameSize(Image candidate) {
    requireSize(width, height, candidate);
  }

  /** Refuses a candidate of another size than the reference's. */
  public static void requireSize(int width, int height, Image candidate) {
    if (candidate.width() != width || candidate.height() != height) {
      throw new IllegalArgumentException(
          "the candidate is %dx%d, the reference %dx%d"
              .formatted(candidate.width(), candidate.height(), width, height));
    }
  }

  /** Number of values. */
  public int size() {
    return data.length;
  }

  /** The value at a place. */
  public double at(int x, int y) {
    return data[y * width + x];
  }

  /** The mean of all values. */
  public double mean() {
    double sum = 0;
    for (double v : data) {
      sum += v;
    }
    return sum / data.length;
  }

  /** The products of this plane's values with another's. */
  public Plane times(Plane other) {
    double[] product = new double[data.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = data[i] * other.data[i];
    }
    return new Plane(width, height, product);
  }

  /** The differences of this plane's values from another's. */
  public Plane minus(Plane other) {
    double[] difference = new double[data.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = data[i] - other.data[i];
    }
    return new Plane(width, height, difference);
  }

  /** Every {@code step}-th row and column, from the first on. */
  public Plane every(int step) {
    int w = (width + step - 1) / step;
    int h = (height + step - 1) / step;
    double[] kept = new double[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        kept[y * w + x] = data[y * step * width + x * step];
      }
    }
    return new Plane(w, h, kept);
  }

  /** These values as an image of similarities, which are 0 to 1 already; beyond that, clamped. */
  public Image asMap() {
    float[] similarity = new float[data.length];
    for (int i = 0; i < similarity.length; i++) {
      similarity[i] = (float) data[i];
    }
    return Image.of(width, height, 1, similarity);
  }
}
