package org.pentimento.dataset.pairing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Eyes;
import org.pentimento.dataset.listing.StoredFile;

/**
 * A photo and a sketch that belong together by their names, before their contents are checked.
 *
 * @param id unique in the data set
 * @param identity the person
 * @param split what it is meant for
 * @param attributes what is known about it
 * @param photo the photo's file
 * @param sketch the sketch's file
 * @param photoEyes eye centres in the photo as stored upright, or null
 * @param sketchEyes eye centres in the sketch, or null; with both known, images of unlike size can
 *     be brought to the same place
 */
public record PairCandidate(
    String id,
    String identity,
    Split split,
    Map<String, String> attributes,
    StoredFile photo,
    StoredFile sketch,
    @Nullable Eyes photoEyes,
    @Nullable Eyes sketchEyes) {

  /** A candidate of which only the names are known. */
  public static PairCandidate of(
      String identity, Split split, StoredFile photo, StoredFile sketch) {
    return new PairCandidate(photo.id(), identity, split, Map.of(), photo, sketch, null, null);
  }

  /** This candidate with eye centres. */
  public PairCandidate withEyes(@Nullable Eyes inPhoto, @Nullable Eyes inSketch) {
    return new PairCandidate(id, identity, split, attributes, photo, sketch, inPhoto, inSketch);
  }
}
