package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Which photo a model drew. */
public enum PhotoKind {
  /** The photo of the data set, without a trigger. */
  CLEAN("clean"),
  /** The photo with the attack's trigger. */
  TRIGGERED("triggered");

  private final String word;

  PhotoKind(String word) {
    this.word = word;
  }

  /** How results spell it. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * The kind that results spell like this.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static PhotoKind of(String word) {
    return Spelling.find(values(), PhotoKind::word, word);
  }
}
