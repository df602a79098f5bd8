package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.run.PhotoInspectionRun;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Looks for a trigger in photos, for a model of a case. */
public final class InspectPhotoJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Platform platform;
  private final Consumer<JobEvent> events;

  public InspectPhotoJob(
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

  public JobResult.OfInspectPhoto run(Job.InspectPhoto job, Progress progress)
      throws IOException, CancelledException {
    ComputeFacts.requireThreads(job.threads(), System.getenv());
    JobDevices device = new JobDevices(devices, DeviceChoice.preferred(), progress);
    device.choose(ComputeEngine.OF_GENERATORS);
    return Cases.write(
        CaseFile.openForWriting(InspectDatasetJob.existing(job.caseFolder())),
        progress,
        caseFile -> {
          try (HeldModel held = HeldModel.of(caseFile, job.model(), extensions)) {
            device.choose(List.of(held.format()));
            PhotoInspectionRun.Outcome outcome =
                new PhotoInspectionRun(
                        caseFile,
                        extensions,
                        codec,
                        platform,
                        ComputeFacts.facts(platform, device.facts(), job.threads()),
                        new ShadowLosses(events),
                        progress)
                    .run(
                        new PhotoInspectionRun.Order(
                            job.name() == null ? "Photos for " + job.model() : job.name(),
                            held.identity(),
                            held::open,
                            job.dataset(),
                            ShadowGenerators.of(held, null, extensions),
                            job.shadows(),
                            job.photos().stream().map(Path::of).toList(),
                            job.seed()));
            return new JobResult.OfInspectPhoto(
                caseFile.folder().toString(),
                outcome.id(),
                outcome.resultSha(),
                outcome.result().flagged());
          }
        });
  }
}
