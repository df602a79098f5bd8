package org.pentimento.audit.data;

import org.pentimento.api.image.Image;

/**
 * Brings images to another size: every new pixel is the mean of the old ones under it, weighted by
 * area. Where the image grows, this repeats pixels with soft borders; nothing is sharpened or
 * invented.
 */
public final class AreaResampling {
  private AreaResampling() {}

  /** The image at the given size in pixels, at least 1 × 1. */
  public static Image resize(Image image, int width, int height) {
    if (image.width() == width && image.height() == height) {
      return image;
    }
    float[] source = image.data();
    Spans columns = Spans.of(image.width(), width);
    Spans rows = Spans.of(image.height(), height);
    float[] out = new float[width * height * image.planes()];
    double[] line = new double[image.width()];
    for (int p = 0; p < image.planes(); p++) {
      for (int y = 0; y < height; y++) {
        java.util.Arrays.fill(line, 0);
        for (int k = rows.from[y]; k < rows.to[y]; k++) {
          double weight = rows.weight(y, k);
          int base = (p * image.height() + k) * image.width();
          for (int x = 0; x < line.length; x++) {
            line[x] += weight * source[base + x];
          }
        }
        for (int x = 0; x < width; x++) {
          double sum = 0;
          for (int k = columns.from[x]; k < columns.to[x]; k++) {
            sum += columns.weight(x, k) * line[k];
          }
          out[(p * height + y) * width + x] = (float) sum;
        }
      }
    }
    return Image.of(width, height, image.planes(), out);
  }

  /** For each new pixel, the old ones under it: from (inclusive) to (exclusive). */
  private record Spans(int[] from, int[] to, double ratio) {
    static Spans of(int oldLength, int newLength) {
      double ratio = (double) oldLength / newLength;
      int[] from = new int[newLength];
      int[] to = new int[newLength];
      for (int i = 0; i < newLength; i++) {
        from[i] = Math.min(oldLength - 1, (int) Math.floor(i * ratio));
        to[i] = Math.max(from[i] + 1, Math.min(oldLength, (int) Math.ceil((i + 1) * ratio - 1e-9)));
      }
      return new Spans(from, to, ratio);
    }

    double weight(int i, int k) {
      if (to[i] - from[i] == 1) {
        return 1;
      }
      double low = Math.max(k, i * ratio);
      double high = Math.min(k + 1, (i + 1) * ratio);
      return (high - low) / ratio;
    }
  }
}
