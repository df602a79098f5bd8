package org.pentimento.trigger;

import org.pentimento.api.image.Eyes;

/**
 * The shape of a pair of glasses, in units of the distance of the eyes, with its origin between
 * them: two rims with rounded corners, a bridge, and the beginnings of the temples.
 *
 * @param originX column between the eyes, in pixels
 * @param originY row between the eyes, in pixels
 * @param cos of the angle by which the face leans
 * @param sin of that angle
 * @param unit distance of the eyes, in pixels
 * @param thickness of the frame, in units of the eye distance
 */
record Spectacles(
    double originX, double originY, double cos, double sin, double unit, double thickness) {
  private static final double LENS_X = 0.5;
  private static final double LENS_Y = 0.06;
  private static final double LENS_HALF_WIDTH = 0.37;
  private static final double LENS_HALF_HEIGHT = 0.27;
  private static final double LENS_CORNER = 0.17;
  private static final double BRIDGE_Y = -0.04;
  private static final double TEMPLE_Y = -0.08;
  private static final double TEMPLE_END = 1.15;

  /** Glasses that sit before two eyes. */
  static Spectacles on(Eyes eyes, double thickness) {
    double dx = eyes.right().x() - eyes.left().x();
    double dy = eyes.right().y() - eyes.left().y();
    double unit = length(dx, dy);
    return new Spectacles(
        (eyes.left().x() + eyes.right().x()) / 2,
        (eyes.left().y() + eyes.right().y()) / 2,
        dx / unit,
        dy / unit,
        unit,
        thickness);
  }

  /** How much of a pixel the frame covers, from 0 to 1. */
  double frame(double px, double py) {
    double x = Math.abs(across(px, py));
    double y = down(px, py);
    double inner = LENS_X - LENS_HALF_WIDTH;
    double outer = LENS_X + LENS_HALF_WIDTH;
    double nearest =
        Math.min(
            Math.abs(rim(x, y)),
            Math.min(bar(x, y - BRIDGE_Y, 0, inner), bar(x, y - TEMPLE_Y, outer, TEMPLE_END)));
    double half = thickness * unit / 2;
    return Math.max(0, Math.min(Math.min(1, 2 * half), half + 0.5 - nearest * unit));
  }

  /** How much of a pixel the lenses cover, from 0 to 1. */
  double lens(double px, double py) {
    double outside = rim(Math.abs(across(px, py)), down(px, py)) * unit;
    return Math.max(0, Math.min(1, 0.5 - outside));
  }

  /** Signed distance from the middle line of a rim, negative inside the lens. */
  private static double rim(double x, double y) {
    double dx = Math.abs(x - LENS_X) - LENS_HALF_WIDTH + LENS_CORNER;
    double dy = Math.abs(y - LENS_Y) - LENS_HALF_HEIGHT + LENS_CORNER;
    return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - LENS_CORNER;
  }

  /** Distance from a level bar between two places. */
  private static double bar(double x, double y, double from, double to) {
    return length(x - Math.max(from, Math.min(to, x)), y);
  }

  private double across(double px, double py) {
    return ((px - originX) * cos + (py - originY) * sin) / unit;
  }

  private double down(double px, double py) {
    return ((py - originY) * cos - (px - originX) * sin) / unit;
  }

  /** The length of a vector, without {@code hypot}, whose last bit may differ between JDKs. */
  private static double length(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }
}
