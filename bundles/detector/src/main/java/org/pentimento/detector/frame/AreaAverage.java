package org.pentimento.detector.frame;

/** Resizes planes by averaging what a pixel covers, of any size to any size. */
final class AreaAverage {
  private final int fromWidth;
  private final int fromHeight;
  private final int width;
  private final int height;
  private final int[] columns;
  private final float[] columnWeights;
  private final int columnTaps;
  private final int[] rows;
  private final float[] rowWeights;
  private final int rowTaps;

  AreaAverage(int fromWidth, int fromHeight, int width, int height) {
    this.fromWidth = fromWidth;
    this.fromHeight = fromHeight;
    this.width = width;
    this.height = height;
    columnTaps = taps(fromWidth, width);
    rowTaps = taps(fromHeight, height);
    columns = new int[width];
    rows = new int[height];
    columnWeights = weights(fromWidth, width, columnTaps, columns);
    rowWeights = weights(fromHeight, height, rowTaps, rows);
  }

  private static int taps(int from, int to) {
    return (int) Math.ceil(from / (double) to) + 1;
  }

  private static float[] weights(int from, int to, int taps, int[] first) {
    float[] weights = new float[to * taps];
    double step = from / (double) to;
    for (int i = 0; i < to; i++) {
      double left = i * step;
      double right = (i + 1) * step;
      first[i] = Math.min(from - 1, (int) Math.floor(left));
      for (int t = 0; t < taps; t++) {
        int at = first[i] + t;
        double covered = Math.min(right, at + 1) - Math.max(left, at);
        if (at < from && covered > 1e-9) {
          weights[i * taps + t] = (float) (covered / step);
        }
      }
    }
    return weights;
  }

  /** One plane, which starts at an offset of the values. */
  float[] apply(float[] values, int offset) {
    if (fromWidth == width && fromHeight == height) {
      float[] same = new float[width * height];
      System.arraycopy(values, offset, same, 0, same.length);
      return same;
    }
    float[] narrow = new float[width * fromHeight];
    for (int y = 0; y < fromHeight; y++) {
      int row = offset + y * fromWidth;
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int t = 0; t < columnTaps; t++) {
          float weight = columnWeights[x * columnTaps + t];
          if (weight > 0) {
            sum += weight * values[row + columns[x] + t];
          }
        }
        narrow[y * width + x] = sum;
      }
    }
    float[] out = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int t = 0; t < rowTaps; t++) {
        float weight = rowWeights[y * rowTaps + t];
        if (weight > 0) {
          int from = (rows[y] + t) * width;
          for (int x = 0; x < width; x++) {
            out[y * width + x] += weight * narrow[from + x];
          }
        }
      }
    }
    return out;
  }
}
