package org.pentimento.casefile.result.model.selftest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.store.Blobs;

/** Reads results of self-tests of models. */
public final class ModelSelfTests {
  private ModelSelfTests() {}

  /**
   * Reads a result.
   *
   * @param sha SHA-256 of its blob
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static ModelSelfTestResult read(Blobs blobs, String sha) throws IOException {
    JsonNode document = blobs.readJson(sha, JsonNode.class);
    Results.schema(document, sha, ModelSelfTestResult.SCHEMA);
    InspectedData.complete(document.path("data"));
    try {
      return CanonicalJson.convert(document, ModelSelfTestResult.class);
    } catch (BadInputException e) {
      throw Blobs.otherwise(sha, e);
    }
  }
}
