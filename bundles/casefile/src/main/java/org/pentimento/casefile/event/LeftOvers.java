package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;

/**
 * What interrupted work left in a case and nothing uses. It is no evidence.
 *
 * @param blobs SHA-256 of the blob with a JSON array of the SHA-256 of the blobs left over; empty
 *     if there are none
 * @param folders folders of data sets that were never recorded, such as {@code datasets/faces};
 *     they were moved to {@code work/}
 */
public record LeftOvers(String blobs, List<String> folders) {
  private static final String BLOBS = "blobs";
  private static final String FOLDERS = "folders";

  /** Copies the list. */
  public LeftOvers {
    requireNonNull(blobs, "blobs");
    folders = List.copyOf(folders);
  }

  /** Whether all is in use. */
  public boolean none() {
    return blobs.isEmpty() && folders.isEmpty();
  }

  /** What is empty is left out. */
  ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (!blobs.isEmpty()) {
      body.put(BLOBS, blobs);
    }
    if (!folders.isEmpty()) {
      ArrayNode names = body.putArray(FOLDERS);
      folders.forEach(names::add);
    }
    return body;
  }

  List<BlobReference> list() {
    return blobs.isEmpty() ? List.of() : List.of(BlobReference.leaf(blobs));
  }

  static LeftOvers of(JsonNode body) throws BadInputException {
    List<String> folders = new ArrayList<>();
    for (JsonNode folder : body.path(FOLDERS)) {
      folders.add(folder.asText());
    }
    return new LeftOvers(body.has(BLOBS) ? Texts.of(body, BLOBS) : "", folders);
  }
}
