package org.pentimento.api.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.ImageSource;

/**
 * What a detector is given: pairs without names, paths, times or marks, in a random order, so that
 * nothing but the images can tell which are poisoned.
 *
 * @param pairs to be looked at
 * @param trusted pairs that are known to be honest; their statistics take the place of those of the
 *     suspect pairs. Empty if there are none
 * @param earlier what detectors said that were asked before, oldest first; their findings are about
 *     the same pairs in the same order
 */
public record SuspectSet(
    List<SuspectPair> pairs, List<SuspectPair> trusted, List<DatasetFinding> earlier) {
  /** Keeps copies that nobody changes. */
  public SuspectSet {
    pairs = List.copyOf(pairs);
    trusted = List.copyOf(trusted);
    earlier = List.copyOf(earlier);
  }

  /** A copy in which one more detector has spoken. */
  public SuspectSet after(DatasetFinding finding) {
    List<DatasetFinding> more = new ArrayList<>(earlier);
    more.add(finding);
    return new SuspectSet(pairs, trusted, more);
  }

  /**
   * A photo and the sketch beside it. Both are decoded when asked for and have the same size once
   * decoded; sizes may differ from pair to pair.
   *
   * @param photo 1 or 3 planes
   * @param sketch 1 plane
   * @param eyePoints centres of the eyes in the decoded photo, or null if unknown
   */
  public record SuspectPair(ImageSource photo, ImageSource sketch, @Nullable Eyes eyePoints) {
    /** Centres of the eyes in the decoded photo, if known. */
    public Optional<Eyes> eyes() {
      return Optional.ofNullable(eyePoints);
    }
  }
}
