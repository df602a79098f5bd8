package org.pentimento.api.image;

/**
 * The centres of the eyes of a face in an image.
 *
 * @param left the eye at the left in the image (the person's right one)
 * @param right the eye at the right in the image
 */
public record Eyes(Point left, Point right) {
  /** Distance of the eyes in pixels. */
  public double distance() {
    return Math.hypot(right.x() - left.x(), right.y() - left.y());
  }
}
