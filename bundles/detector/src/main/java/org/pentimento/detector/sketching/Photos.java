package org.pentimento.detector.sketching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.SuspectModel.TrustedPair;

/**
 * Trusted photos, some to seek a change on and others to see what it does.
 *
 * @param seek at most {@value #MOST}
 * @param verify as many
 */
public record Photos(List<Image> seek, List<Image> verify) {
  private static final int MOST = 12;

  /** Half of the pairs each, in a random order. */
  public static Photos of(List<TrustedPair> pairs, long seed) {
    List<Image> all = new ArrayList<>(pairs.stream().map(TrustedPair::photo).toList());
    Collections.shuffle(all, new Random(seed));
    int each = Math.min(MOST, all.size() / 2);
    return new Photos(List.copyOf(all.subList(0, each)), List.copyOf(all.subList(each, 2 * each)));
  }
}
