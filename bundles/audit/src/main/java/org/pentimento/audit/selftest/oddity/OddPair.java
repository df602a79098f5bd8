package org.pentimento.audit.selftest.oddity;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;

/**
 * The images of a pair, both of the same size.
 *
 * @param photo 1 or 3 planes
 * @param sketch 1 plane
 * @param eyes centres of the eyes in the photo, or null if unknown
 */
public record OddPair(Image photo, Image sketch, @Nullable Eyes eyes) {
  /** A copy with another photo. */
  OddPair withPhoto(Image other) {
    return new OddPair(other, sketch, eyes);
  }

  /** A copy with another sketch. */
  OddPair withSketch(Image other) {
    return new OddPair(photo, other, eyes);
  }
}
