package org.pentimento.jobs.preview.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.estimate.Estimator;
import org.pentimento.audit.estimate.History;
import org.pentimento.audit.estimate.Trials;
import org.pentimento.audit.estimate.Work;
import org.pentimento.jobs.task.ComputeFacts;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;

/**
 * What a run of a plan would take, as far as it is known; nothing is tried. Asked with {@code plan}
 * (YAML), {@code case} (its folder, may be empty) and {@code known} (folders of cases whose runs to
 * learn from); answers as {@link Estimator#estimate}.
 */
@Component(service = Answerer.class)
public final class EstimateAnswerer implements Answerer {
  private final PlanData data;
  private final Devices devices;
  private final Platform platform;
  private final PlanReader reader;
  private final Estimator estimator;

  /** Made by the component framework. */
  @Activate
  public EstimateAnswerer(
      @Reference PlanData data,
      @Reference Devices devices,
      @Reference Trials trials,
      @Reference Platform platform) {
    this.platform = platform;
    this.data = data;
    this.devices = devices;
    this.reader = new PlanReader(data.extensions());
    this.estimator = new Estimator(trials);
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
    List<Path> known = new ArrayList<>();
    question.path("known").forEach(folder -> known.add(Path.of(folder.asText())));
    Work work =
        new Work(
            plan,
            pairs.train().size(),
            pairs.tests(),
            (long) pairs.size().width() * pairs.size().height(),
            History.machine(
                ComputeFacts.facts(
                    platform, Map.of("device", devices.expected(plan.device())), plan.threads())));
    String folder = question.path("case").asText();
    return new Answer(
        estimator.estimate(work, known, folder.isEmpty() ? null : Path.of(folder), progress),
        List.of());
  }
}
