package org.pentimento.jobs.preview.plan;

import java.io.IOException;
import java.nio.file.Path;
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
import org.pentimento.jobs.task.EstimateResult;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PlanQuestion.EstimatePlan;

/** Says what a run of a plan would take, as far as it is known; tries nothing. */
@Component(service = Answerer.class)
public final class EstimateAnswerer implements Answerer<EstimatePlan, JobResult.OfEstimate> {
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
    this.estimator = new Estimator(trials, platform);
  }

  @Override
  public Class<EstimatePlan> question() {
    return EstimatePlan.class;
  }

  @Override
  public JobResult.OfEstimate answer(EstimatePlan question, Progress progress)
      throws IOException, CancelledException {
    Plan plan = reader.read("plan", question.plan(), List.of());
    PlanData.Pairs pairs = data.pairs(PlanData.caseFolder(question), plan.data(), progress);
    List<Path> known = question.known().stream().map(Path::of).toList();
    Work work =
        new Work(
            plan,
            pairs.train().size(),
            pairs.tests(),
            (long) pairs.size().width() * pairs.size().height(),
            History.machine(
                ComputeFacts.facts(
                    platform, Map.of("device", devices.expected(plan.device())), plan.threads())));
    String folder = question.caseFolder();
    return EstimateResult.of(
        estimator.estimate(work, known, folder.isEmpty() ? null : Path.of(folder), progress));
  }
}
