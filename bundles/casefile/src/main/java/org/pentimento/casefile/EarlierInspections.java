package org.pentimento.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;

/**
 * How often a case looked at a model before. Who looks often enough finds something, so an
 * inspection is read beside those before it, the ones that did not finish included.
 */
public final class EarlierInspections {
  private EarlierInspections() {}

  /**
   * The inspections of a model that were begun before another inspection of it, oldest first.
   *
   * @param run an inspection of a model
   */
  public static List<RunRecord> of(CaseFile file, RunRecord run) throws IOException {
    String model = model(file, run);
    List<RunRecord> earlier = new ArrayList<>();
    for (RunRecord other : file.runs(RunKind.MODEL_INSPECTION)) {
      if (other.id().equals(run.id())) {
        break; // they are in the order in which they were begun
      }
      if (!model.isEmpty() && model.equals(model(file, other))) {
        earlier.add(other);
      }
    }
    return List.copyOf(earlier);
  }

  /** SHA-256 of the model that is inspected; empty if the case does not hold what was asked for. */
  private static String model(CaseFile file, RunRecord run) throws IOException {
    try {
      return file.blobs()
          .readJson(run.plan(), JsonNode.class)
          .path("model")
          .path("digest")
          .asText();
    } catch (BadInputException e) {
      return ""; // a redacted copy
    }
  }
}
