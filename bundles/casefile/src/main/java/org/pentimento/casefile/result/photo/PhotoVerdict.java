package org.pentimento.casefile.result.photo;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What an inspection says of a photo and a model. */
@EnumNaming(KebabCaseStrategy.class)
public enum PhotoVerdict {
  /** Something in the photo makes the model draw what clean models do not draw. */
  TRIGGERED("triggered"),
  /** The model draws the photo as differently as it draws some trusted photos. */
  NOTHING_FOUND("nothing-found"),
  /** There are too few trusted photos to tell. */
  UNDECIDED("undecided"),
  /** The file could not be looked at, or nothing can be said about the model. */
  NO_SCORE("no-score");

  /** Below this p, a photo is called triggered. */
  public static final double TRIGGERED_BELOW = .01;

  private final String word;

  PhotoVerdict(String word) {
    this.word = word;
  }

  /** The word for it in the output of commands. */
  public String word() {
    return word;
  }
}
