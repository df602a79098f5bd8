package org.pentimento.casefile.result.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.store.Blobs;

/** Reads results of inspections of models. */
public final class ModelInspections {
  private static final String SCORE = "score";

  private ModelInspections() {}

  /**
   * Reads a result.
   *
   * @param sha SHA-256 of its blob
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static ModelInspectionResult read(Blobs blobs, String sha) throws IOException {
    JsonNode document = blobs.readJson(sha, JsonNode.class);
    Results.schema(document, sha, ModelInspectionResult.SCHEMA);
    InspectedData.complete(document.path("trusted"));
    if (document instanceof ObjectNode object && !object.has(SCORE)) {
      object.putNull(SCORE);
    }
    try {
      return CanonicalJson.convert(document, ModelInspectionResult.class);
    } catch (BadInputException e) {
      throw new BadInputException("Blob " + sha + ": " + e.getMessage(), e.remedy(), e);
    }
  }
}
