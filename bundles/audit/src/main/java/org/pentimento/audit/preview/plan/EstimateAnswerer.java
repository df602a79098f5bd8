package org.pentimento.audit.preview.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.estimate.Estimate;
import org.pentimento.audit.estimate.History;
import org.pentimento.audit.estimate.Work;
import org.pentimento.audit.job.Environment;
import org.pentimento.audit.plan.Plan;
import org.pentimento.audit.plan.PlanReader;
import org.pentimento.audit.preview.Answer;
import org.pentimento.audit.preview.Answerer;
import org.pentimento.casefile.CaseFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run of a plan would take. Asked with {@code plan} (YAML), {@code case} (its folder, may be
 * empty) and {@code known} (folders of cases whose runs to learn from); answers with {@code
 * seconds}, {@code low}, {@code high} and {@code bytes}, each missing if unknown, with {@code
 * basis}, and with {@code free}, the bytes free where the case lies.
 */
@Component(service = Answerer.class)
public final class EstimateAnswerer implements Answerer {
  private static final Logger LOG = LoggerFactory.getLogger(EstimateAnswerer.class);

  private record Kept(FileTime time, History history) {}

  private final PlanData data;
  private final Devices devices;
  private final PlanReader reader;
  private final Map<Path, Kept> histories = new ConcurrentHashMap<>();

  /** Made by the component framework. */
  @Activate
  public EstimateAnswerer(@Reference PlanData data, @Reference Devices devices) {
    this.data = data;
    this.devices = devices;
    this.reader = new PlanReader(data.extensions());
  }

  @Override
  public String kind() {
    return "plan.estimate";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    Plan plan = reader.read("plan", question.path("plan").asText(), List.of());
    PlanData.Pairs pairs = data.pairs(PlanData.caseFolder(question), plan.data(), progress);
    History history = History.NONE;
    for (JsonNode folder : question.path("known")) {
      progress.checkCancelled();
      history = history.and(history(Path.of(folder.asText())));
    }
    Work work =
        new Work(
            plan,
            pairs.train().size(),
            pairs.tests(),
            (long) pairs.size().width() * pairs.size().height(),
            History.machine(
                Environment.facts(
                    Map.of("device", devices.expected(plan.device())), plan.threads())));
    Estimate estimate = Estimate.of(work, history);
    ObjectNode values = JsonNodeFactory.instance.objectNode().put("basis", estimate.basis());
    put(values, "seconds", estimate.seconds());
    put(values, "low", estimate.low());
    put(values, "high", estimate.high());
    put(values, "bytes", estimate.bytes());
    String folder = question.path("case").asText();
    if (!folder.isEmpty()) {
      put(values, "free", free(Path.of(folder)));
    }
    return new Answer(values, List.of());
  }

  private static void put(ObjectNode values, String key, double value) {
    if (Double.isFinite(value)) {
      values.put(key, value);
    }
  }

  /** Read anew when the log has grown. A case that cannot be read teaches nothing. */
  private History history(Path folder) {
    try {
      FileTime time = Files.getLastModifiedTime(folder.resolve("custody.jsonl"));
      Kept kept = histories.get(folder);
      if (kept == null || !kept.time().equals(time)) {
        try (CaseFile file = CaseFile.openForReading(folder)) {
          kept = new Kept(time, History.of(file));
        }
        histories.put(folder, kept);
      }
      return kept.history();
    } catch (IOException e) {
      LOG.debug("Nothing is learnt from {}", folder, e);
      return History.NONE;
    }
  }

  private static double free(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    if (there == null) {
      throw new BadInputException("There is no disk for " + folder + ".", "Choose another folder.");
    }
    return Files.getFileStore(there).getUsableSpace();
  }
}
