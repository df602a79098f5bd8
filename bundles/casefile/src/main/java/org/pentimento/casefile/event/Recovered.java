package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.pentimento.api.BadInputException;

/**
 * The last writer had not closed the case, and what it left was put right.
 *
 * @param writer who it was, as far as the lock file tells; else {@code unknown}
 * @param leftOvers what nothing uses
 * @param unsignedEntry number of an entry that had no signature yet and has it now; 0 if none
 * @param unfinishedBytes length of the beginning of a line that was cut off the log; 0 if none
 * @param movedTo where that beginning is kept, such as {@code work/unfinished-entry-7-…}; else
 *     empty
 */
public record Recovered(
    String writer, LeftOvers leftOvers, long unsignedEntry, int unfinishedBytes, String movedTo)
    implements Housekeeping {
  /** The name of the event in the log. */
  public static final String ACTION = "recovered";

  private static final String WRITER = "writer";
  private static final String UNSIGNED_ENTRY = "unsignedEntry";
  private static final String UNFINISHED_BYTES = "unfinishedBytes";
  private static final String MOVED_TO = "movedTo";

  /** Refuses null. */
  public Recovered {
    requireNonNull(writer, "writer");
    requireNonNull(leftOvers, "leftOvers");
    requireNonNull(movedTo, "movedTo");
  }

  @Override
  public String action() {
    return ACTION;
  }

  /** What is empty or 0 is left out. */
  @Override
  public JsonNode body() {
    ObjectNode body = leftOvers.body();
    body.put(WRITER, writer);
    if (unsignedEntry > 0) {
      body.put(UNSIGNED_ENTRY, unsignedEntry);
    }
    if (!movedTo.isEmpty()) {
      body.put(UNFINISHED_BYTES, unfinishedBytes);
      body.put(MOVED_TO, movedTo);
    }
    return body;
  }

  @Override
  public List<BlobReference> blobs() {
    return leftOvers.list();
  }

  static Recovered of(JsonNode body) throws BadInputException {
    return new Recovered(
        Texts.of(body, WRITER),
        LeftOvers.of(body),
        body.path(UNSIGNED_ENTRY).asLong(),
        body.path(UNFINISHED_BYTES).asInt(),
        body.has(MOVED_TO) ? Texts.of(body, MOVED_TO) : "");
  }
}
