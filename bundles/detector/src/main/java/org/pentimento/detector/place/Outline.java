package org.pentimento.detector.place;

import java.util.List;

/**
 * Where a trigger lies along one axis of a photo, told by small windows: a window whose pattern
 * takes the ink overlaps the trigger, so that the first and the last of these tell its ends.
 *
 * @param from first pixel
 * @param size in pixels, no shorter than a window
 */
record Outline(double from, double size) {
  /** Windows that take this share of what the best takes count. */
  private static final double ENOUGH = .5;

  /** By so much of its side a window must overlap a trigger to take the ink. */
  private static final double OVERLAP = 3 / 8.;

  /**
   * The outline.
   *
   * @param starts first pixel of each window along the axis
   * @param taken share of the ink that the pattern in each window takes
   * @param side of a window
   * @param length of the photo along the axis
   */
  static Outline of(List<Integer> starts, double[] taken, int side, int length) {
    double most = 0;
    for (double one : taken) {
      most = Math.max(most, one);
    }
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int k = 0; k < taken.length; k++) {
      if (taken[k] >= ENOUGH * most) {
        first = Math.min(first, starts.get(k));
        last = Math.max(last, starts.get(k));
      }
    }
    double from = first == 0 ? 0 : first + side - OVERLAP * side;
    double to = last + side == length ? length : last + OVERLAP * side;
    double size = Math.max(side, to - from);
    return new Outline(within((from + to - size) / 2, size, length), size);
  }

  /** A longer stretch around the same middle. */
  Outline widened(double longer, int length) {
    return new Outline(within(from - (longer - size) / 2, longer, length), longer);
  }

  private static double within(double from, double size, int length) {
    return Math.max(0, Math.min(length - size, from));
  }
}
