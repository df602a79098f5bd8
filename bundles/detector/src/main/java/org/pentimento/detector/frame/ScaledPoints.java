package org.pentimento.detector.frame;

import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;

/** Points of an image in the same image of another size. */
final class ScaledPoints {
  private ScaledPoints() {}

  static Eyes scale(Eyes eyes, double across, double down) {
    return new Eyes(scale(eyes.left(), across, down), scale(eyes.right(), across, down));
  }

  private static Point scale(Point point, double across, double down) {
    return new Point((point.x() + .5) * across - .5, (point.y() + .5) * down - .5);
  }
}
