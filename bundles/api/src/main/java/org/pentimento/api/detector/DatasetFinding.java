package org.pentimento.api.detector;

import java.util.List;

/**
 * What a detector found in a data set.
 *
 * @param pairs one for each pair, in the order in which the detector was given them
 * @param p how probable it is that a set in which nobody hid anything looks as suspicious as this
 *     one, in (0, 1]; 1 if the detector says nothing about the set as a whole
 * @param patterns what groups of photos share, strongest first; empty if nothing
 * @param exhibits what shows the set as a whole; empty if nothing
 * @param remedies what could be done about it; empty if nothing
 */
public record DatasetFinding(
    List<PairFinding> pairs,
    double p,
    List<SharedPattern> patterns,
    List<Exhibit> exhibits,
    List<Remedy> remedies) {
  /** Keeps copies that nobody changes. */
  public DatasetFinding {
    pairs = List.copyOf(pairs);
    patterns = List.copyOf(patterns);
    exhibits = List.copyOf(exhibits);
    remedies = List.copyOf(remedies);
  }

  /**
   * What could be done.
   *
   * @param action to take
   * @param pairs with which pairs, by their index
   */
  public record Remedy(Action action, List<Integer> pairs) {
    /** Keeps copies that nobody changes. */
    public Remedy {
      pairs = List.copyOf(pairs);
    }
  }

  /** What can be done with pairs. */
  public enum Action {
    /** Leave them out of the training. */
    LEAVE_OUT,
    /** Keep one of them and leave the others out. */
    KEEP_ONE,
    /** Shift or turn the sketch until it lies on the photo. */
    ALIGN,
    /** Mirror the sketch back. */
    MIRROR_BACK,
    /** Have a person look at them. */
    LOOK
  }
}
