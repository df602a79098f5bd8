package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Results of schemas 2 and 3, whose metrics were asked what the suspect model loses by the trigger,
 * without a look at what the clean model loses. That they called this loss the backdoor's is not
 * read any more.
 */
final class SchemaThree {
  private static final List<String> JUDGED = List.of("sees", "favoured");

  private SchemaThree() {}

  /** A document with the members of a later one, without a value. */
  static JsonNode complete(JsonNode document) {
    for (JsonNode comparison : document.path("comparisons")) {
      if (comparison instanceof ObjectNode object) {
        object.putNull("standIns");
      }
      for (JsonNode blindness : comparison.path("blindness")) {
        if (blindness instanceof ObjectNode object) {
          object.remove(JUDGED).putNull("net");
        }
      }
    }
    return document;
  }
}
