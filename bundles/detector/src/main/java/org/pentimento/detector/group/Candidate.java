package org.pentimento.detector.group;

import org.jspecify.annotations.Nullable;

/**
 * A group of photos that a miner proposes.
 *
 * @param miner that found it
 * @param trait in which they are alike
 * @param flattening of the kernel
 * @param order along which it was found, null if along none
 * @param strength the miner's statistic
 * @param threshold that no clean set reaches
 * @param members by index, ascending
 */
public record Candidate(
    Miner miner,
    Trait trait,
    double flattening,
    @Nullable OrderKind order,
    double strength,
    double threshold,
    int[] members) {
  /** What found it. */
  public enum Miner {
    /** A jump of likeness along an order of the sketches. */
    STEP,
    /** Trait that depends on what is odd about the sketches. */
    DEPENDENCE,
    /** A gap between the last member and the first other. */
    GAP,
    /** Above half its own median. */
    MIDDLE,
    /** A small place of the photos. */
    BLOCK
  }

  /** What the sketches are ordered by. */
  public enum OrderKind {
    /** How suspicious they are. */
    SUSPICION,
    /** How much they miss of a part that several miss. */
    PARTS,
    /** How light they are. */
    LIGHTNESS,
    /** How suspicious they are beyond what the kind of face explains. */
    UNEXPLAINED,
    /** How much they miss of such a part beyond what the kind of face explains. */
    UNEXPLAINED_PARTS
  }

  /** How many times its threshold it is. */
  public double excess() {
    return strength / threshold;
  }

  /** Whether the sketches point at it, and not the photos alone. */
  public boolean twoSided() {
    return order != null;
  }
}
