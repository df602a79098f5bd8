package org.pentimento.casefile.result.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.store.Blobs;

/** Reads results of inspections of models. */
public final class ModelInspections {
  /** What a result lacks that was written before there were scores and self-tests of models. */
  private static final List<String> ADDED = List.of("score", "power", "truth");

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
    if (document instanceof ObjectNode object) {
      ADDED.stream().filter(name -> !object.has(name)).forEach(object::putNull);
    }
    try {
      return CanonicalJson.convert(document, ModelInspectionResult.class);
    } catch (BadInputException e) {
      throw Blobs.otherwise(sha, e);
    }
  }
}
