package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.pentimento.api.BadInputException;

/** Reads bodies that are no plain record. */
final class Texts {
  private Texts() {}

  /**
   * A text that a body must have.
   *
   * @throws BadInputException if it has not
   */
  static String of(JsonNode body, String key) throws BadInputException {
    JsonNode value = body.get(key);
    if (value == null || !value.isTextual()) {
      throw new BadInputException(
          "There is no text '" + key + "'.",
          "The entry was not written by Pentimento, or by another version.");
    }
    return value.textValue();
  }
}
