package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a sketch is measured against. */
public enum ReferenceSketch {
  /** The sketch that was drawn for the photo. */
  TRUTH("truth"),
  /** The sketch that the attack wants instead. */
  TARGET("target");

  private final String word;

  ReferenceSketch(String word) {
    this.word = word;
  }

  /** How results spell it. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * The reference that results spell like this.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static ReferenceSketch of(String word) {
    return Spelling.find(values(), ReferenceSketch::word, word);
  }
}
