package org.pentimento.detector.sketch;

/**
 * What a sketch is suspected of, each with the score that about one in a hundred honest pairs of
 * published collections exceeds, in robust deviations.
 */
enum Suspicion {
  /** Less ink all over. */
  INK(2.5),
  /** Far from what was expected, in any way. */
  DISTANCE(2.5),
  /** Ink missing in a window of any of several shapes. */
  HOLE(5.3),
  /** Ink missing in a part of the face. */
  PART(2.6),
  /** Fits other photos better. */
  IDENTITY(1.7),
  /** Fits better when mirrored. */
  MIRRORED(1.4);

  private final double unit;

  Suspicion(double unit) {
    this.unit = unit;
  }

  double unit() {
    return unit;
  }
}
