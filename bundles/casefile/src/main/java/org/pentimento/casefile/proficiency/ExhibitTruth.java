package org.pentimento.casefile.proficiency;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;

/** What an exhibit is, and what an examiner can say of it. */
public enum ExhibitTruth {
  /** Nothing was planted; odd pairs may be in it all the same. */
  HONEST("honest"),
  /** A trigger stands in photos and the sketches beside it are changed, or a model obeys one. */
  BACKDOOR("backdoor"),
  /** Sketches were changed, and no trigger stands in the photos. */
  SPOILT("spoilt"),
  /** The examiner does not decide; no exhibit is this. */
  UNDECIDED("undecided");

  private final String word;

  ExhibitTruth(String word) {
    this.word = word;
  }

  /** As it is typed and stored. */
  @JsonValue
  public String word() {
    return word;
  }

  /**
   * What a stored word means.
   *
   * @throws IllegalArgumentException if it is none
   */
  @JsonCreator
  public static ExhibitTruth of(String word) {
    return Arrays.stream(values())
        .filter(truth -> truth.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of " + words()));
  }

  /**
   * What an examiner typed.
   *
   * @throws BadInputException if it is no answer, listing those that are
   */
  public static ExhibitTruth answer(String typed) throws BadInputException {
    try {
      return of(typed.strip());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "'" + typed + "' is no answer.", "Say one of " + words() + ".", e);
    }
  }

  private static String words() {
    return Arrays.stream(values()).map(ExhibitTruth::word).collect(Collectors.joining(", "));
  }
}
