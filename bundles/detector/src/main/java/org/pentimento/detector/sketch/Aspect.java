package org.pentimento.detector.sketch;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.PairFinding.Reason.Kind;
import org.pentimento.detector.cells.FaceMasks;

/**
 * In what respect a sketch is compared with what its photo lets expect. Each has a score that about
 * one in a hundred honest pairs of published collections exceeds, in robust deviations.
 */
enum Aspect {
  /** Ink all over. */
  INK(Kind.LESS_INK, 2.5),
  /** Distance from what was expected, in any way. */
  DISTANCE(Kind.UNEXPECTED, 2.5),
  /** Ink in a window of any of several shapes. */
  HOLE(Kind.HOLE, 5.3),
  /** Whether it fits its own photo better than other photos. */
  IDENTITY(Kind.ANOTHER_PERSON, 1.7),
  /** Whether it fits better when mirrored. */
  MIRRORED(Kind.MIRRORED, 1.4),
  /** Ink at both eyes. */
  EYES(FaceMasks.EYES),
  /** Ink at both brows. */
  BROWS(FaceMasks.BROWS),
  /** Ink at the nose. */
  NOSE(FaceMasks.NOSE),
  /** Ink at the mouth. */
  MOUTH(FaceMasks.MOUTH),
  /** Ink at the chin. */
  CHIN(FaceMasks.CHIN),
  /** Ink at the eye at the left in the image. */
  LEFT_EYE(FaceMasks.LEFT_EYE),
  /** Ink at the eye at the right in the image. */
  RIGHT_EYE(FaceMasks.RIGHT_EYE),
  /** Ink at the hair. */
  HAIR(FaceMasks.HAIR);

  private static final double PART = 2.6;

  private final Kind reason;
  private final double unit;
  private final @Nullable FaceMasks part;

  Aspect(Kind reason, double unit) {
    this(reason, unit, null);
  }

  Aspect(FaceMasks part) {
    this(Kind.PART_MISSING, PART, part);
  }

  Aspect(Kind reason, double unit, @Nullable FaceMasks part) {
    this.reason = reason;
    this.unit = unit;
    this.part = part;
  }

  /** The kind of reason that a large score is. */
  Kind reason() {
    return reason;
  }

  /** The score that about one in a hundred honest pairs exceeds. */
  double unit() {
    return unit;
  }

  /** The part of the face that it is about, null if it is about the whole sketch. */
  @Nullable FaceMasks part() {
    return part;
  }
}
