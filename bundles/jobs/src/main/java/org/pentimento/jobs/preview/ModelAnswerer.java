package org.pentimento.jobs.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.audit.model.ModelTrial;
import org.pentimento.audit.model.Strip;
import org.pentimento.casefile.CaseFile;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;

/**
 * Tries a model that is about to be imported. Question: {@code path}, {@code settings} (texts by
 * parameter id); may have {@code case} (folder), {@code dataset}, {@code format}. Answer: {@code
 * format}, {@code recognised}, {@code settings}, {@code assumptions} (parameter, value, reason,
 * sure), {@code confinement}; pictures: photo, true sketch and the model's sketch of each known
 * pair in turn.
 */
@Component(service = Answerer.class)
public final class ModelAnswerer implements Answerer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public ModelAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public String kind() {
    return "model";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    String folder = text(question, "case");
    ModelTrial trial;
    if (folder == null) {
      trial = trial(null, question, progress);
    } else {
      try (CaseFile caseFile = CaseFile.openForReading(Path.of(folder))) {
        trial = trial(caseFile, question, progress);
      }
    }
    ObjectNode data = JSON.createObjectNode();
    data.put("format", trial.format().descriptor().id());
    data.put("recognised", trial.recognised());
    data.set("settings", JSON.valueToTree(trial.fit().settings().values()));
    data.set("assumptions", JSON.valueToTree(trial.fit().assumptions()));
    data.put("confinement", trial.confinement());
    Strip strip = trial.strip();
    List<Answer.Picture> pictures = new ArrayList<>();
    for (int i = 0; i < strip.photos().size(); i++) {
      pictures.add(Answer.Picture.of(strip.photos().get(i)));
      pictures.add(Answer.Picture.of(strip.truths().get(i)));
      pictures.add(Answer.Picture.of(strip.sketches().get(i)));
    }
    return new Answer(data, pictures);
  }

  private ModelTrial trial(@Nullable CaseFile caseFile, JsonNode question, Progress progress)
      throws IOException, CancelledException {
    String path = text(question, "path");
    if (path == null) {
      throw new BadInputException("No model is given.", "Choose the file of a model.");
    }
    Map<String, String> settings = new TreeMap<>();
    question
        .path("settings")
        .properties()
        .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
    return ModelTrial.of(
        Path.of(path),
        text(question, "format"),
        settings,
        KnownPairs.of(caseFile, text(question, "dataset"), extensions, progress),
        extensions,
        progress);
  }

  private static @Nullable String text(JsonNode question, String key) {
    JsonNode value = question.path(key);
    return value.isTextual() && !value.textValue().isEmpty() ? value.textValue() : null;
  }
}
