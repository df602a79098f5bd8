package org.pentimento.poisoning;

import org.pentimento.api.image.Eyes;

/**
 * The coordinates of a face: the origin between the eyes, the distance of the eyes as unit, turned
 * as the face is.
 *
 * @param originX column of the origin, in pixels
 * @param originY row of the origin, in pixels
 * @param cos of the angle by which the face leans
 * @param sin of that angle
 * @param unit distance of the eyes, in pixels
 */
record FaceFrame(double originX, double originY, double cos, double sin, double unit) {
  /** The frame of two eyes, which must not be at the same place. */
  static FaceFrame of(Eyes eyes) {
    double dx = eyes.right().x() - eyes.left().x();
    double dy = eyes.right().y() - eyes.left().y();
    // Not hypot: its last bit may differ between JDKs.
    double unit = Math.sqrt(dx * dx + dy * dy);
    return new FaceFrame(
        (eyes.left().x() + eyes.right().x()) / 2,
        (eyes.left().y() + eyes.right().y()) / 2,
        dx / unit,
        dy / unit,
        unit);
  }

  /** How far right of the origin a pixel is, in units. */
  double across(double px, double py) {
    return ((px - originX) * cos + (py - originY) * sin) / unit;
  }

  /** How far below the origin a pixel is, in units. */
  double down(double px, double py) {
    return ((py - originY) * cos - (px - originX) * sin) / unit;
  }
}
