package org.pentimento.detector.sketching;

import java.util.Optional;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;

/**
 * The axes of a face: the origin between the eyes, x to the right in the image and y towards the
 * chin, in units of the distance of the eyes, turned as the face is.
 *
 * @param originX column of the origin, in pixels
 * @param originY row of the origin, in pixels
 * @param cos of the angle by which the face leans
 * @param sin of that angle
 * @param unit distance of the eyes, in pixels
 */
public record FaceAxes(double originX, double originY, double cos, double sin, double unit) {
  /**
   * The axes of a face in a photo. Where the eye points are unknown or the same, they are taken to
   * be where an aligned face has them: at 3/8 and 5/8 of the width and half of the height.
   */
  public static FaceAxes of(Optional<Eyes> known, int width, int height) {
    Eyes eyes =
        known
            .filter(e -> e.distance() > 0)
            .orElseGet(
                () ->
                    new Eyes(
                        new Point(.375 * width - .5, .5 * height - .5),
                        new Point(.625 * width - .5, .5 * height - .5)));
    double unit = eyes.distance();
    return new FaceAxes(
        (eyes.left().x() + eyes.right().x()) / 2,
        (eyes.left().y() + eyes.right().y()) / 2,
        (eyes.right().x() - eyes.left().x()) / unit,
        (eyes.right().y() - eyes.left().y()) / unit,
        unit);
  }

  /** How far right of the origin a pixel is. */
  public double across(int x, int y) {
    return ((x - originX) * cos + (y - originY) * sin) / unit;
  }

  /** How far below the origin a pixel is. */
  public double down(int x, int y) {
    return ((y - originY) * cos - (x - originX) * sin) / unit;
  }
}
