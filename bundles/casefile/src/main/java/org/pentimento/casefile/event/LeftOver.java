package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.pentimento.api.BadInputException;

/**
 * When the case was closed, something lay in it that nothing uses.
 *
 * @param leftOvers what it was
 */
public record LeftOver(LeftOvers leftOvers) implements Housekeeping {
  /** The name of the event in the log. */
  public static final String ACTION = "left-over";

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public JsonNode body() {
    return leftOvers.body();
  }

  @Override
  public List<BlobReference> blobs() {
    return leftOvers.list();
  }

  static LeftOver of(JsonNode body) throws BadInputException {
    return new LeftOver(LeftOvers.of(body));
  }
}
