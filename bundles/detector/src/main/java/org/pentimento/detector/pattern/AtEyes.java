package org.pentimento.detector.pattern;

import org.pentimento.api.image.Eyes;
import org.pentimento.detector.residual.PhotoStack;

/** Photos moved, turned and scaled so that the eyes of all lie at the same place. */
final class AtEyes {
  private AtEyes() {}

  /**
   * A photo moved.
   *
   * @param to where its eyes are to be
   * @return red, green and blue, plane by plane; as it is if its eyes are not known
   */
  static float[] moved(PhotoStack photos, int photo, Eyes to) {
    float[] rgb = photos.rgb(photo);
    if (photos.eyes(photo).isEmpty()) {
      return rgb;
    }
    Eyes from = photos.eyes(photo).get();
    int width = photos.width();
    int height = photos.height();
    double ax = to.right().x() - to.left().x();
    double ay = to.right().y() - to.left().y();
    double bx = from.right().x() - from.left().x();
    double by = from.right().y() - from.left().y();
    double square = Math.max(1e-6, ax * ax + ay * ay);
    double cos = (ax * bx + ay * by) / square;
    double sin = (ax * by - ay * bx) / square;
    float[] out = new float[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = x - to.left().x();
        double dy = y - to.left().y();
        double px = clamp(from.left().x() + cos * dx - sin * dy, width);
        double py = clamp(from.left().y() + sin * dx + cos * dy, height);
        int left = Math.min(width - 2, (int) px);
        int top = Math.min(height - 2, (int) py);
        double a = px - left;
        double b = py - top;
        for (int c = 0; c < 3; c++) {
          int i = (c * height + top) * width + left;
          out[(c * height + y) * width + x] =
              (float)
                  ((1 - b) * ((1 - a) * rgb[i] + a * rgb[i + 1])
                      + b * ((1 - a) * rgb[i + width] + a * rgb[i + width + 1]));
        }
      }
    }
    return out;
  }

  private static double clamp(double at, int size) {
    return Math.max(0, Math.min(size - 1.0, at));
  }
}
