package org.pentimento.detector.sketching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;

/**
 * Trusted photos in colour, some to seek a change on and others to see what it does.
 *
 * @param seek at most {@value #MOST}
 * @param verify as many
 * @param seekEyes the eyes in each of those sought on, where they are known
 * @param verifyEyes the eyes in each of the others, where they are known
 */
public record Photos(
    List<Image> seek,
    List<Image> verify,
    List<Optional<Eyes>> seekEyes,
    List<Optional<Eyes>> verifyEyes) {
  private static final int MOST = 12;

  /** Photos of faces whose eyes are unknown. */
  public Photos(List<Image> seek, List<Image> verify) {
    this(
        seek,
        verify,
        Collections.nCopies(seek.size(), Optional.empty()),
        Collections.nCopies(verify.size(), Optional.empty()));
  }

  /** Half of the pairs each, in a random order. */
  public static Photos of(List<SuspectPair> pairs, long seed) throws IOException {
    List<SuspectPair> order = new ArrayList<>(pairs);
    Collections.shuffle(order, new Random(seed));
    int each = Math.min(MOST, order.size() / 2);
    List<SuspectPair> seek = order.subList(0, each);
    List<SuspectPair> verify = order.subList(each, 2 * each);
    return new Photos(
        decoded(seek),
        decoded(verify),
        seek.stream().map(SuspectPair::eyes).toList(),
        verify.stream().map(SuspectPair::eyes).toList());
  }

  private static List<Image> decoded(List<SuspectPair> pairs) throws IOException {
    List<Image> photos = new ArrayList<>();
    for (SuspectPair pair : pairs) {
      photos.add(pair.photo().decode().colour());
    }
    return List.copyOf(photos);
  }
}
