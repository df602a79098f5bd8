package org.pentimento.audit.selftest.oddity;

import org.pentimento.api.image.Image;

/** An image that is shifted and turned about its centre, between pixels by bilinear weights. */
final class Misalignment {
  private Misalignment() {}

  /**
   * The moved image; its edge pixels fill what comes in from outside.
   *
   * @param right shift in pixels
   * @param down shift in pixels
   * @param degrees clockwise
   */
  static Image moved(Image image, double right, double down, double degrees) {
    double cos = StrictMath.cos(StrictMath.toRadians(degrees));
    double sin = StrictMath.sin(StrictMath.toRadians(degrees));
    double cx = (image.width() - 1) / 2.0;
    double cy = (image.height() - 1) / 2.0;
    float[] data = new float[image.data().length];
    int to = 0;
    for (int plane = 0; plane < image.planes(); plane++) {
      for (int y = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          double dx = x - right - cx;
          double dy = y - down - cy;
          data[to++] = value(image, plane, cx + cos * dx + sin * dy, cy - sin * dx + cos * dy);
        }
      }
    }
    return Image.of(image.width(), image.height(), image.planes(), data);
  }

  private static float value(Image image, int plane, double x, double y) {
    double inX = Math.max(0, Math.min(image.width() - 1, x));
    double inY = Math.max(0, Math.min(image.height() - 1, y));
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double fx = inX - left;
    double fy = inY - top;
    double above = (1 - fx) * image.get(plane, left, top) + fx * image.get(plane, right, top);
    double below = (1 - fx) * image.get(plane, left, bottom) + fx * image.get(plane, right, bottom);
    return (float) ((1 - fy) * above + fy * below);
  }
}
