package org.pentimento.detector.sketch;

/** Which aspects of a sketch an artist's manner excuses. */
enum Excuse {
  /** None. */
  NONE,
  /** How much ink it has, most of which is in the hair, and how far it is from the expected. */
  INK,
  /** Also how strong its strokes are anywhere. */
  STROKES;

  /** Whether an aspect is excused. */
  boolean covers(Aspect aspect) {
    return switch (this) {
      case NONE -> false;
      case INK -> aspect == Aspect.INK || aspect == Aspect.DISTANCE || aspect == Aspect.HAIR;
      case STROKES -> aspect != Aspect.IDENTITY && aspect != Aspect.MIRRORED;
    };
  }
}
