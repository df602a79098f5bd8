package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.store.Blobs;

/** Reads results of runs, of whatever schema. */
public final class Results {
  private Results() {}

  /**
   * Reads a result.
   *
   * @param sha SHA-256 of its blob
   * @return the result; of schema 1 with the sentences that it holds in {@link Comparison#words}
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static RunResult read(Blobs blobs, String sha) throws IOException {
    JsonNode document = blobs.readJson(sha, JsonNode.class);
    int schema = schema(document, sha, RunResult.SCHEMA);
    try {
      return switch (schema) {
        case 1 -> CanonicalJson.convert(document, SchemaOne.class).result();
        case 2 -> CanonicalJson.convert(SchemaThree.complete(document), SchemaTwo.class).result();
        case 3 -> CanonicalJson.convert(completed(SchemaThree.complete(document)), RunResult.class);
        default -> CanonicalJson.convert(completed(document), RunResult.class);
      };
    } catch (BadInputException e) {
      throw Blobs.otherwise(sha, e);
    }
  }

  /**
   * A result that was written before plans could have detectors of models says nothing of any, and
   * one of a run that lost nothing says nothing of that.
   */
  private static JsonNode completed(JsonNode document) {
    if (document instanceof ObjectNode object) {
      for (String list : List.of("modelInspections", "lost")) {
        if (!object.has(list)) {
          object.putArray(list);
        }
      }
    }
    return document;
  }

  /**
   * Reads a result of another kind, of which there is one schema so far.
   *
   * @param sha SHA-256 of its blob
   * @param known the schema
   * @param type what it is
   * @throws BadInputException if the blob is missing, was changed, holds something else, or was
   *     written by a later version
   */
  public static <T> T read(Blobs blobs, String sha, int known, Class<T> type) throws IOException {
    JsonNode document = blobs.readJson(sha, JsonNode.class);
    schema(document, sha, known);
    InspectedData.complete(document.path("trusted"));
    try {
      return CanonicalJson.convert(document, type);
    } catch (BadInputException e) {
      throw Blobs.otherwise(sha, e);
    }
  }

  /** The schema of a document, which must be one that this version knows. */
  public static int schema(JsonNode document, String sha, int known) throws BadInputException {
    int schema = document.path("schema").asInt();
    if (schema > known) {
      throw new BadInputException(
          "The result " + sha + " is of schema " + schema + ", which this version cannot read.",
          "Open the case with the version of Pentimento that wrote it, or a later one.");
    }
    return schema;
  }
}
