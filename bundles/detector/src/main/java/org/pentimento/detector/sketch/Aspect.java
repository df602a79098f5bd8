package org.pentimento.detector.sketch;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.PairFinding.Reason.Kind;
import org.pentimento.detector.cells.FaceMasks;
import org.pentimento.detector.numbers.NullTail.Shape;

/**
 * In what respect a sketch is compared with what its photo lets expect. Each has a score that about
 * one in a hundred honest pairs of published collections exceeds, in robust deviations.
 */
enum Aspect {
  /** Ink all over. */
  INK(Kind.LESS_INK, Shape.EXPONENTIAL, 2.5),
  /** Distance from what was expected, in any way. */
  DISTANCE(Kind.UNEXPECTED, Shape.NORMAL, 2.5),
  /** Ink in a window of any of several shapes. */
  HOLE(Kind.HOLE, Shape.EXPONENTIAL, 5.3),
  /** Whether it fits its own photo better than other photos. */
  IDENTITY(Kind.ANOTHER_PERSON, Shape.NORMAL, 1.7),
  /** Whether it fits better when mirrored. */
  MIRRORED(Kind.MIRRORED, Shape.NORMAL, 1.4),
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

  private static final double UPPER_QUARTER = .6745;
  private static final double UPPER_HUNDREDTH = 2.3263;

  private final Kind reason;
  private final Shape tail;
  private final double unit;
  private final @Nullable FaceMasks part;

  Aspect(Kind reason, Shape tail, double unit) {
    this(reason, tail, unit, null);
  }

  Aspect(FaceMasks part) {
    this(Kind.PART_MISSING, Shape.EXPONENTIAL, PART, part);
  }

  Aspect(Kind reason, Shape tail, double unit, @Nullable FaceMasks part) {
    this.reason = reason;
    this.tail = tail;
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

  /** How its scores fall off among honest pairs. */
  Shape tail() {
    return tail;
  }

  /** The scale of that tail that is usual, in robust deviations. */
  double usualScale() {
    double whole = tail == Shape.NORMAL ? UPPER_HUNDREDTH - UPPER_QUARTER : StrictMath.log(25);
    return (unit - UPPER_QUARTER) / whole;
  }

  /** The part of the face that it is about, null if it is about the whole sketch. */
  @Nullable FaceMasks part() {
    return part;
  }
}
