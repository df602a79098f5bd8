package org.pentimento.api.data;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.ImageSource;

/**
 * A photo and the sketch that was drawn for it. The images are decoded when they are asked for;
 * both have the same size once decoded.
 *
 * @param id unique in its data set, stable from one reading to the next
 * @param identity the person; two pairs of one person share it
 * @param split what the pair is meant for
 * @param attributes what is known about it, such as {@code glasses=yes}, in a stable order
 * @param eyePoints centres of the eyes in the decoded photo, or null if unknown
 * @param photo the photo, 1 or 3 planes
 * @param sketch the true sketch, 1 plane
 */
public record Pair(
    String id,
    String identity,
    Split split,
    Map<String, String> attributes,
    @Nullable Eyes eyePoints,
    ImageSource photo,
    ImageSource sketch) {

  /** Centres of the eyes in the decoded photo, if known. */
  public Optional<Eyes> eyes() {
    return Optional.ofNullable(eyePoints);
  }

  /** A copy of this pair that is meant for something else. */
  public Pair withSplit(Split other) {
    return new Pair(id, identity, other, attributes, eyePoints, photo, sketch);
  }
}
