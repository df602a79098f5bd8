package org.pentimento.casefile;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Pairs of a data set that somebody or something marked; a JSON blob that the action {@value
 * #ACTION} names as {@code {"dataset": NAME, "marks": SHA}}. What was marked later adds to it.
 *
 * @param dataset name in the case
 * @param kind {@link #SUSPECT}, or a kind of a later version
 * @param source who or what set the marks, in words
 * @param pairs why, as a sentence for a person, by the id of the pair
 */
public record PairMarks(String dataset, String kind, String source, Map<String, String> pairs) {
  /** The action by which the custody log tells of marks. */
  public static final String ACTION = "pairs-marked";

  /** Kind of a mark: the pair may have been tampered with. */
  public static final String SUSPECT = "suspect";

  /** Refuses null. */
  public PairMarks {
    requireNonNull(dataset, "dataset");
    requireNonNull(kind, "kind");
    requireNonNull(source, "source");
    requireNonNull(pairs, "pairs");
  }
}
