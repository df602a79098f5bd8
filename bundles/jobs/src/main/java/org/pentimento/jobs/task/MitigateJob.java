package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.run.MitigationRun;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Makes a model of a case without what is hidden in another one. */
public final class MitigateJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Platform platform;
  private final Consumer<JobEvent> events;

  public MitigateJob(
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

  public JobResult.OfMitigate run(Job.Mitigate job, Progress progress)
      throws IOException, CancelledException {
    ComputeFacts.requireThreads(job.threads(), System.getenv());
    List<Use> detectors = ChosenDetectors.ofModels(List.of(), extensions);
    JobDevices device = new JobDevices(devices, DeviceChoice.preferred(), progress);
    device.choose(ComputeEngine.OF_GENERATORS);
    return Cases.write(
        CaseFile.openForWriting(InspectDatasetJob.existing(job.caseFolder())),
        progress,
        caseFile -> {
          try (HeldModel held = HeldModel.of(caseFile, job.model(), extensions)) {
            device.choose(List.of(held.format()));
            MitigationRun.Outcome outcome =
                new MitigationRun(
                        caseFile,
                        extensions,
                        codec,
                        platform,
                        ComputeFacts.facts(platform, device.facts(), job.threads()),
                        new ShadowLosses(events),
                        progress)
                    .run(
                        new MitigationRun.Order(
                            held.identity(),
                            held::open,
                            job.dataset(),
                            job.method(),
                            job.newName(),
                            ShadowGenerators.of(held, null, extensions),
                            job.shadows(),
                            detectors,
                            job.seed()));
            return new JobResult.OfMitigate(
                caseFile.folder().toString(),
                outcome.id(),
                outcome.resultSha(),
                job.newName(),
                outcome.result().outcome());
          }
        });
  }
}
