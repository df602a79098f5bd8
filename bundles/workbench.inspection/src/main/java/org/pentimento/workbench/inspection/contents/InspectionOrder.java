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
    asked.path("detectors").forEach(one -> detectors.add(detector(one)));
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

  /**
   * The job that goes on with an inspection of a model that did not finish.
   *
   * @param threads that it gets
   */
  static Job.InspectModel ofModel(CaseFile file, RunRecord run, int threads) throws IOException {
    JsonNode asked = file.blobs().readJson(run.plan(), JsonNode.class);
    JsonNode model = asked.path("model");
    String generator = asked.path("shadowGenerator").path("id").asText();
    List<ChosenDetector> detectors = new ArrayList<>();
    asked.path("detectors").forEach(one -> detectors.add(detector(one.path("extension"))));
    return new Job.InspectModel(
        Job.PROTOCOL,
        file.folder().toString(),
        model.path("name").asText(),
        asked.path("trusted").asText(),
        detectors,
        asked.path("shadows").asInt(),
        generator,
        text(asked, "trainedOn"),
        threads,
        asked.path("seed").asLong(),
        run.name());
  }

  private static ChosenDetector detector(JsonNode used) {
    Map<String, String> settings = new LinkedHashMap<>();
    used.path("settings")
        .properties()
        .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
    return new ChosenDetector(used.path("id").asText(), settings);
  }

  private static @Nullable String text(JsonNode asked, String key) {
    return asked.path(key).isTextual() ? asked.path(key).asText() : null;
  }
}
