package org.pentimento.trigger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Image;

/** A pattern that depends on nothing of a photo but its size: made once for photos of one size. */
final class PatternOfSize {
  private final Making making;
  private volatile @Nullable Image last;

  /** Makes the pattern for a photo. */
  @FunctionalInterface
  interface Making {
    Image of(Image photo) throws IOException;
  }

  PatternOfSize(Making making) {
    this.making = making;
  }

  /** The pattern, as large as the photo and with as many planes. */
  Image of(Image photo) throws IOException {
    Image pattern = last;
    if (pattern == null || !pattern.sameSize(photo) || pattern.planes() != photo.planes()) {
      pattern = making.of(photo);
      last = pattern;
    }
    return pattern;
  }
}
