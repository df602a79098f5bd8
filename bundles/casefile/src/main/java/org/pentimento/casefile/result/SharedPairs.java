package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;

/**
 * Trusted pairs that are not independent of others: they show the same person, or are nearly the
 * same pair. They say less than their number makes believe.
 *
 * @param beside name of the data set that they were compared with: the training pairs of a suspect
 *     model, or a suspect data set; empty if it is not known or not there
 * @param recogniser name of the detector that knows near duplicates; empty if none could speak
 * @param problem why near duplicates were not looked for, or what the trusted pairs were to be
 *     compared with could not be read; empty if neither
 * @param pairs in the order of the trusted pairs
 */
public record SharedPairs(String beside, String recogniser, String problem, List<Shared> pairs) {
  /** No more others are named for a pair. */
  public static final int MOST_OTHERS = 8;

  /** Refuses null. */
  public SharedPairs {
    requireNonNull(beside, "beside");
    requireNonNull(recogniser, "recogniser");
    requireNonNull(problem, "problem");
    pairs = List.copyOf(pairs);
  }

  /**
   * A trusted pair.
   *
   * @param id of the pair
   * @param how it is bound to others
   * @param where the others are
   * @param others their ids, at most {@value #MOST_OTHERS}
   */
  public record Shared(String id, How how, Where where, List<String> others) {
    /** Refuses null. */
    public Shared {
      requireNonNull(id, "id");
      requireNonNull(how, "how");
      requireNonNull(where, "where");
      others = List.copyOf(others);
    }
  }

  /** How two pairs are bound to each other. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum How {
    /** Both show one person, by the data set's own word. */
    SAME_PERSON,
    /** Photo and sketch of both are nearly the same. */
    NEAR_DUPLICATE
  }

  /** Where the other pair is. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum Where {
    /** Among the trusted pairs as well. */
    TRUSTED,
    /** Among the training pairs of the suspect model, or in the suspect data set. */
    SUSPECT
  }

  /** Those that are bound to others in one way. */
  public List<Shared> of(How how, Where where) {
    return pairs.stream().filter(pair -> pair.how() == how && pair.where() == where).toList();
  }
}
