package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.selftest.HonestData;
import org.pentimento.audit.selftest.model.ModelSelfTest;
import org.pentimento.audit.selftest.model.ModelSelfTestRequest;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Measures what inspections of models find of attacks that are planted for it. */
public final class ModelSelfTestJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Platform platform;
  private final Consumer<JobEvent> events;

  public ModelSelfTestJob(
      Extensions extensions,
      ImageCodec codec,
      Devices devices,
      Platform platform,
      Consumer<JobEvent> events) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
    this.platform = platform;
    this.events = events;
  }

  public JobResult.OfSelfTest run(Job.ModelSelfTest job, Progress progress)
      throws IOException, CancelledException {
    ComputeFacts.requireThreads(job.threads(), System.getenv());
    PlanReader reader = new PlanReader(extensions);
    SelfTestPlan standard =
        reader.modelSelfTest(SelfTestPlan.FILE_OF_MODELS, SelfTestPlan.standardOfModels());
    String grid = job.grid();
    SelfTestPlan plan = grid == null ? standard : reader.modelSelfTest(job.source(), grid);
    Plan.Data data = SelfTestJob.data(job.dataset(), plan, standard);
    List<Use> generators = plan.generators().isEmpty() ? standard.generators() : plan.generators();
    if (generators.isEmpty()) {
      throw new BadInputException(
          "Nothing says which generators are to be trained.", "Name them in a plan with --grid.");
    }
    List<Use> detectors =
        job.detectors().isEmpty() && !plan.detectors().isEmpty()
            ? plan.detectors()
            : ChosenDetectors.ofModels(job.detectors(), extensions);
    JobDevices device = new JobDevices(devices, DeviceChoice.preferred(), progress);
    device.choose(ComputeEngine.OF_GENERATORS);
    return Cases.write(
        job.caseFolder(),
        null,
        progress,
        caseFile -> {
          ModelSelfTest.Outcome outcome =
              new ModelSelfTest(
                      caseFile,
                      extensions,
                      codec,
                      platform,
                      ComputeFacts.facts(platform, device.facts(), job.threads()),
                      new ShadowLosses(events),
                      progress)
                  .run(
                      new ModelSelfTestRequest(
                          job.name() == null
                              ? "Self-test of models on " + data.dataset()
                              : job.name(),
                          plan,
                          grid == null ? SelfTestPlan.standardOfModels() : grid,
                          generators,
                          detectors,
                          job.shadows(),
                          job.seed(),
                          job.most() > 0 ? job.most() : null),
                      HonestData.open(caseFile, data, extensions, progress));
          progress.note(
              String.format(
                  Locale.ROOT,
                  "An inspection took %.0f s in the mean, without training its shadow models.",
                  outcome.result().trials().stream()
                      .mapToDouble(TriedModel::seconds)
                      .average()
                      .orElse(0)));
          return new JobResult.OfSelfTest(
              caseFile.folder().toString(), outcome.id(), outcome.resultSha());
        });
  }
}
