package org.pentimento.casefile.result;

/**
 * Why no self-test of a case says what an inspection is worth: what the one that comes nearest
 * differs in. Ordered by how near it comes.
 */
public enum PowerAbsence {
  /** No self-test was finished in the case. */
  NO_SELF_TEST,
  /** Drawn faces were tested and photographs inspected, or the other way round. */
  OTHER_MATERIAL,
  /** Other detectors, other versions or other settings of them. */
  OTHER_DETECTORS,
  /** Another false-alarm rate was asked for. */
  OTHER_FALSE_ALARMS,
  /** Images of another size: width or height differ by more than a quarter. */
  OTHER_SIZE,
  /** Less than half or more than twice as many pairs. */
  OTHER_NUMBER_OF_PAIRS
}
