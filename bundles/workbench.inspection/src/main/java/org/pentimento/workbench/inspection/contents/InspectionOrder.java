package org.pentimento.workbench.inspection.contents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.Job.ChosenDetector;

/** What was asked of an inspection, read back from the case so that it can go on. */
final class InspectionOrder {
  private InspectionOrder() {}

  /** The job that goes on with an inspection that did not finish. */
  static Job.InspectDataset of(CaseFile file, RunRecord run) throws IOException {
    JsonNode asked = file.blobs().readJson(run.plan(), JsonNode.class);
    List<ChosenDetector> detectors = new ArrayList<>();
    for (JsonNode one : asked.path("detectors")) {
      Map<String, String> settings = new LinkedHashMap<>();
      one.path("settings")
          .properties()
          .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
      detectors.add(new ChosenDetector(one.path("id").asText(), settings));
    }
    return new Job.InspectDataset(
        Job.PROTOCOL,
        file.folder().toString(),
        asked.path("dataset").asText(),
        text(asked, "trusted"),
        detectors,
        asked.path("falseAlarms").asDouble(),
        asked.path("seed").asLong(),
        text(asked, "cleanName"),
        run.name());
  }

  private static @Nullable String text(JsonNode asked, String key) {
    return asked.path(key).isTextual() ? asked.path(key).asText() : null;
  }
}
