package org.pentimento.api.image;

/**
 * A place in an image in pixels, counted from the centre of the top left pixel; x to the right, y
 * downwards.
 *
 * @param x column
 * @param y row
 */
public record Point(double x, double y) {
  /** Refuses what is not a finite number. */
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("not a place: " + x + ", " + y);
    }
  }
}
