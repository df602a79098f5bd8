package org.pentimento.casefile.result.mitigation;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import org.pentimento.casefile.result.model.Evidence;

/** Whether a second mode is gone, by an inspection of the new model that starts from nothing. */
@EnumNaming(KebabCaseStrategy.class)
public enum MitigationOutcome {
  /**
   * There was evidence for it, and now there is evidence against it, or all that told of it
   * measures as in clean models.
   */
  GONE("gone"),
  /** There was evidence for it, and now the measurements do not decide. */
  WEAKER("weaker"),
  /** There is evidence for it as before. */
  STILL_THERE("still-there"),
  /** There is evidence for it that there was not before. */
  CAME_UP("came-up"),
  /** There was no evidence for it before, and there is none now. */
  NEVER_SHOWN("never-shown"),
  /** It was not looked at. */
  NOT_LOOKED_AT("not-looked-at");

  private final String word;

  MitigationOutcome(String word) {
    this.word = word;
  }

  /** The word for it in the output of commands. */
  public String word() {
    return word;
  }

  /** Whether something of it is left to be unlearned. */
  public boolean isLeft() {
    return this == STILL_THERE || this == WEAKER;
  }

  /** The outcome, by what was said of the model before and what is said of the new one. */
  public static MitigationOutcome of(Evidence before, Evidence after) {
    if (before == Evidence.NOT_LOOKED_AT || after == Evidence.NOT_LOOKED_AT) {
      return NOT_LOOKED_AT;
    }
    if (before != Evidence.FOR) {
      return after == Evidence.FOR ? CAME_UP : NEVER_SHOWN;
    }
    return switch (after) {
      case FOR -> STILL_THERE;
      case AGAINST -> GONE;
      case UNDECIDED, NOT_LOOKED_AT -> WEAKER;
    };
  }
}
