package org.pentimento.detector.sketching;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Image;

/**
 * Trusted photos in colour, some to seek a change on and others to see what it does.
 *
 * @param seek at most {@value #MOST}
 * @param verify as many
 */
public record Photos(List<Image> seek, List<Image> verify) {
  private static final int MOST = 12;

  /** Half of the pairs each, in a random order. */
  public static Photos of(List<SuspectPair> pairs, long seed) throws IOException {
    List<SuspectPair> order = new ArrayList<>(pairs);
    Collections.shuffle(order, new Random(seed));
    int each = Math.min(MOST, order.size() / 2);
    return new Photos(decoded(order.subList(0, each)), decoded(order.subList(each, 2 * each)));
  }

  private static List<Image> decoded(List<SuspectPair> pairs) throws IOException {
    List<Image> photos = new ArrayList<>();
    for (SuspectPair pair : pairs) {
      photos.add(pair.photo().decode().colour());
    }
    return List.copyOf(photos);
  }
}
