package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.selftest.HonestData;
import org.pentimento.audit.selftest.SelfTest;
import org.pentimento.audit.selftest.SelfTestRequest;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Measures what inspections find of attacks that are planted for it. */
public final class SelfTestJob {
  private final Extensions extensions;
  private final Platform platform;

  public SelfTestJob(Extensions extensions, Platform platform) {
    this.extensions = extensions;
    this.platform = platform;
  }

  public JobResult.OfSelfTest run(Job.SelfTest job, Progress progress)
      throws IOException, CancelledException {
    InspectDatasetJob.requireRate(job.falseAlarms());
    PlanReader reader = new PlanReader(extensions);
    SelfTestPlan standard = reader.selfTest(SelfTestPlan.FILE, SelfTestPlan.standard());
    String grid = job.grid();
    SelfTestPlan plan = grid == null ? standard : reader.selfTest(job.source(), grid);
    Plan.Data data = data(job.dataset(), plan, standard);
    List<Use> detectors =
        job.detectors().isEmpty() && !plan.detectors().isEmpty()
            ? plan.detectors()
            : ChosenDetectors.of(job.detectors(), extensions);
    return Cases.write(
        job.caseFolder(),
        null,
        progress,
        caseFile -> {
          SelfTest.Outcome outcome =
              new SelfTest(caseFile, extensions, ComputeFacts.facts(platform, Map.of()), progress)
                  .run(
                      new SelfTestRequest(
                          job.name() == null ? "Self-test on " + data.dataset() : job.name(),
                          plan,
                          grid == null ? SelfTestPlan.standard() : grid,
                          detectors,
                          job.falseAlarms(),
                          job.seed(),
                          job.most() > 0 ? job.most() : null),
                      HonestData.open(caseFile, data, extensions, progress));
          if (outcome.seconds() > 0) {
            progress.note(
                String.format(
                    Locale.ROOT, "An inspection took %.1f s in the mean.", outcome.seconds()));
          }
          return new JobResult.OfSelfTest(
              caseFile.folder().toString(), outcome.id(), outcome.resultSha());
        });
  }

  /** The data set that is named, or what the plan says, or drawn faces. */
  static Plan.Data data(@Nullable String dataset, SelfTestPlan plan, SelfTestPlan standard)
      throws BadInputException {
    Plan.Data planned = plan.data() == null ? standard.data() : plan.data();
    if (dataset == null && planned != null) {
      return planned;
    } else if (dataset == null) {
      throw new BadInputException(
          "Nothing says which data attacks are to be planted in.", "Name a data set with --data.");
    }
    Plan.Size size = plan.data() == null ? null : plan.data().size();
    return new Plan.Data(dataset, null, new Plan.Split(true, 0, 0, 0), size);
  }
}
