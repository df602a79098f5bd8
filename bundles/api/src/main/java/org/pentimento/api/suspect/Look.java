package org.pentimento.api.suspect;

/**
 * One thing that a model detector measures of a model. What it will look at is fixed before it is
 * asked, so that nobody picks the most telling measurement afterwards.
 *
 * @param id lower-case words joined by hyphens, unique in its detector
 * @param name as a person reads it
 * @param axis the question that it helps to answer
 * @param harm what it looks for
 * @param scale how values of two models are compared
 * @param floor least standard deviation that clean models are taken to have, on that scale, however
 *     little the shadow models spread; larger than 0
 * @param most largest value that it can measure, finite
 */
public record Look(
    String id, String name, Axis axis, Harm harm, Scale scale, double floor, double most) {
  /** Refuses a floor that is not above 0, and a largest value that is not finite. */
  public Look {
    if (!(floor > 0)) {
      throw new IllegalArgumentException(id + ": a floor of " + floor);
    }
    if (!Double.isFinite(most)) {
      throw new IllegalArgumentException(id + ": a largest value of " + most);
    }
  }

  /** What is looked for. */
  public enum Harm {
    /** Ink goes from the whole sketch. */
    INK,
    /** All sketches become alike. */
    VARIETY,
    /** A part of the face changes and the rest stays. */
    PART,
    /** Sketches of untouched photos are off. */
    ERROR,
    /** Ink depends on traits of a face, such as glasses, more than it should. */
    UNSTEADINESS
  }

  /** How the value of a suspect model is compared with those of shadow models. */
  public enum Scale {
    /** By their difference. */
    DIFFERENCE,
    /** By the logarithm of their ratio; values are above 0. */
    RATIO
  }
}
