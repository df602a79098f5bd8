package org.pentimento.casefile.result.photo;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/**
 * Something that is measured of a photo. All are mean differences of sketches, 1 for black to
 * white.
 */
@EnumNaming(KebabCaseStrategy.class)
public enum PhotoMeasure {
  /** How much farther the model's sketch is from those of clean models than these are apart. */
  DISTANCE,
  /**
   * How much more what the photo has for itself, put onto trusted photos, changes the model's
   * sketches than those of clean models.
   */
  TRANSPLANT,
  /**
   * How much more ink the model's sketch gains than those of clean models when the photo is
   * changed, by the change for which this is most.
   */
  INK_RISE
}
