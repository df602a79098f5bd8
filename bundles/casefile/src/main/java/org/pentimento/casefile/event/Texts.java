package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** A body in which a member that may be left out is null if it is. */
  static JsonNode orNull(JsonNode body, String key) {
    return body instanceof ObjectNode given && !given.has(key)
        ? given.deepCopy().putNull(key)
        : body;
  }
}
