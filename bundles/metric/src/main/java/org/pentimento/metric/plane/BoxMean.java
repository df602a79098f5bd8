package org.pentimento.metric.plane;

/** The mean over a square of pixels; outside the image all is black. */
public final class BoxMean {
  private BoxMean() {}

  /**
   * The mean of {@code size * size} pixels around each, from {@code size / 2 - size + 1} to {@code
   * size / 2} along both axes, as MATLAB's {@code conv2(…, 'same')} places it.
   */
  public static Plane of(Plane plane, int size) {
    if (size == 1) {
      return plane;
    }
    int w = plane.width();
    int h = plane.height();
    double[] columns = new double[w * h];
    for (int y = 0; y < h; y++) {
      for (int v = first(y, size); v <= last(y, size, h); v++) {
        for (int x = 0; x < w; x++) {
          columns[y * w + x] += plane.at(x, v);
        }
      }
    }
    double[] out = new double[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double sum = 0;
        for (int u = first(x, size); u <= last(x, size, w); u++) {
          sum += columns[y * w + u];
        }
        out[y * w + x] = sum / (size * size);
      }
    }
    return new Plane(w, h, out);
  }

  private static int first(int centre, int size) {
    return Math.max(0, centre + size / 2 - size + 1);
  }

  private static int last(int centre, int size, int end) {
    return Math.min(end - 1, centre + size / 2);
  }
}
