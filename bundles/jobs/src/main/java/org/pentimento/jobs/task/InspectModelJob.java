package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.run.ModelInspectionRun;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Looks for something hidden in a model of a case. */
public final class InspectModelJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Platform platform;
  private final Consumer<JobEvent> events;

  public InspectModelJob(
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

  public JobResult.OfInspectModel run(Job.InspectModel job, Progress progress)
      throws IOException, CancelledException {
    ComputeFacts.requireThreads(job.threads(), System.getenv());
    List<Use> detectors = ChosenDetectors.ofModels(job.detectors(), extensions);
    JobDevices device = new JobDevices(devices, DeviceChoice.preferred(), progress);
    device.choose(ComputeEngine.OF_GENERATORS);
    return Cases.write(
        CaseFile.openForWriting(InspectDatasetJob.existing(job.caseFolder())),
        progress,
        caseFile -> {
          try (HeldModel held = HeldModel.of(caseFile, job.model(), extensions)) {
            device.choose(List.of(held.format()));
            ModelInspectionRun.Outcome outcome =
                new ModelInspectionRun(
                        caseFile,
                        extensions,
                        codec,
                        platform,
                        ComputeFacts.facts(platform, device.facts(), job.threads()),
                        new ShadowLosses(events),
                        progress)
                    .run(
                        new ModelInspectionRun.Order(
                            job.name() == null ? "Inspection of " + job.model() : job.name(),
                            held.identity(),
                            held::open,
                            job.dataset(),
                            job.trainedOn(),
                            ShadowGenerators.of(held, job.shadowGenerator(), extensions),
                            job.shadows(),
                            detectors,
                            job.seed()));
            return new JobResult.OfInspectModel(
                caseFile.folder().toString(),
                outcome.id(),
                outcome.resultSha(),
                outcome.result().verdict());
          }
        });
  }
}
