package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whose sketches are looked at. */
public enum Subject {
  /** A model that was trained on true pairs alone. */
  CLEAN("clean"),
  /** A model that was trained on partly poisoned pairs. */
  POISONED("poisoned"),
  /** A model that was made elsewhere; nobody knows whether it is clean. */
  IMPORTED("imported");

  private final String word;

  Subject(String word) {
    this.word = word;
  }

  /** How results spell it. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * The subject that results spell like this.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static Subject of(String word) {
    return Spelling.find(values(), Subject::word, word);
  }
}
