package org.pentimento.api.detector;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;

/**
 * Extension kind: an analysis that looks for poisoned pairs in a data set that nobody vouches for,
 * without training anything. Stateless and deterministic: the same pairs, settings and seed give
 * the same finding to the bit, on any number of processors.
 */
@ConsumerType
public interface DatasetDetector extends Extension {
  /**
   * What it looks at. An inspection asks detectors in the order of {@link LooksAt}, so that those
   * that look at later ones see what earlier ones found. Always the same.
   */
  LooksAt looksAt();

  /** The least number of pairs that it can say anything about. Always the same. */
  int leastPairs();

  /**
   * What it cannot find however strong it is, in words for a person, such as "Attacks that leave
   * the sketches as they are.". Always the same.
   */
  String blindTo();

  /**
   * Looks at every pair.
   *
   * @param set the pairs, in an order that tells nothing
   * @param settings checked against the descriptor
   * @param seed of everything random
   * @return one {@link PairFinding} for each pair of {@link SuspectSet#pairs()}, in that order
   * @throws org.pentimento.api.BadInputException if these pairs cannot be looked at, saying why
   */
  DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException;

  /** What a detector looks at. */
  enum LooksAt {
    /** What is odd for an honest reason: duplicates, shifted pairs, other artists and sources. */
    QUALITY,
    /** Sketches that are not what their photos let expect. */
    SKETCHES,
    /** Photos that share what no other photos have. */
    PHOTOS
  }
}
