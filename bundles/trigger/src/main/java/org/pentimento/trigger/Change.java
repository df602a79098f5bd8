package org.pentimento.trigger;

import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.image.Image;

/**
 * The mean change that a pattern makes, as a detector measured it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param values changes of red, green and blue, plane by plane
 */
record Change(int width, int height, float[] values) {
  /** Undoes the enlargement of a pattern's picture. */
  static Change of(SharedPattern pattern) {
    Image residual = pattern.residual().colour();
    float[] values = new float[residual.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((residual.data()[i] - .5) / pattern.gain());
    }
    return new Change(residual.width(), residual.height(), values);
  }

  /** Changes of luminance, row by row. */
  float[] luminance() {
    int size = width * height;
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = .299f * values[i] + .587f * values[size + i] + .114f * values[2 * size + i];
    }
    return out;
  }

  /** The sum of all squares. */
  double energy() {
    double sum = 1e-12;
    for (float v : values) {
      sum += v * v;
    }
    return sum;
  }

  /**
   * The picture that was mixed in where it hides a share of the photo. What lay beneath is known
   * only as far as the picture must have values from 0 to 1; within that it is taken for middle
   * grey.
   */
  Image mixedIn(int x, int y, int columns, int rows, double opacity) {
    float[] out = new float[3 * columns * rows];
    for (int c = 0; c < 3; c++) {
      double low = 0;
      double high = 0;
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < columns; k++) {
          double d = values[(c * height + y + r) * width + x + k] / opacity;
          out[(c * rows + r) * columns + k] = (float) d;
          low = Math.min(low, d);
          high = Math.max(high, d);
        }
      }
      double least = Math.min(1, -low);
      double most = Math.max(0, 1 - high);
      double beneath = least <= most ? Math.max(least, Math.min(most, .5)) : (least + most) / 2;
      for (int i = c * rows * columns; i < (c + 1) * rows * columns; i++) {
        out[i] += (float) beneath;
      }
    }
    return Image.of(columns, rows, 3, out);
  }
}
