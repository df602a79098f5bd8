package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What an inspection says of a data set. */
@EnumNaming(KebabCaseStrategy.class)
public enum DatasetVerdict {
  /** Sketches are changed and their photos share a pattern: a backdoor's training data. */
  POISONED("poisoned"),
  /** Sketches are changed, and their photos share nothing. */
  SPOILT_PAIRS("spoilt-pairs"),
  /**
   * Photos share a pattern, and their sketches are as expected: a watermark, one source, or an
   * attack that leaves the sketches as they are.
   */
  COMMON_MARK("common-mark"),
  /** Neither; it is worth what the power says. */
  NOTHING_FOUND("nothing-found"),
  /** No detector could say anything, or nobody can tell which pairs were changed. */
  NO_SCORE("no-score");

  private final String word;

  DatasetVerdict(String word) {
    this.word = word;
  }

  /** The word for it in the output of commands. */
  public String word() {
    return word;
  }
}
