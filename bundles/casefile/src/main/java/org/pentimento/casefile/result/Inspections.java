package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.Blobs;

/** Reads results of inspections. */
public final class Inspections {
  private Inspections() {}

  /**
   * Reads a result.
   *
   * @param sha SHA-256 of its blob
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static InspectionResult read(Blobs blobs, String sha) throws IOException {
    JsonNode document = blobs.readJson(sha, JsonNode.class);
    Results.schema(document, sha, InspectionResult.SCHEMA);
    InspectionResult.InspectedData.complete(document.path("data"));
    InspectionResult.InspectedData.complete(document.path("trusted"));
    try {
      return CanonicalJson.convert(document, InspectionResult.class);
    } catch (BadInputException e) {
      throw Blobs.otherwise(sha, e);
    }
  }
}
