package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.estimate.Estimator;
import org.pentimento.audit.estimate.History;
import org.pentimento.audit.estimate.Trials;
import org.pentimento.audit.estimate.Work;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Tries some steps of a plan and says what all of it would take. */
public final class EstimateJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Trials trials;
  private final Platform platform;

  public EstimateJob(
      Extensions extensions, ImageCodec codec, Devices devices, Trials trials, Platform platform) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
    this.trials = trials;
    this.platform = platform;
  }

  public JobResult.OfEstimate run(Job.Estimate job, Progress progress)
      throws IOException, CancelledException {
    Plan plan = new PlanReader(extensions).read(job.source(), job.plan(), job.overrides());
    ComputeFacts.requireThreads(plan.threads(), System.getenv());
    Path caseFolder = Path.of(job.caseFolder());
    DatasetOpener.Opened opened = open(caseFolder, plan.data(), progress);
    JobDevices device = new JobDevices(devices, plan.device(), progress);
    device.choose(ComputeEngine.OF_GENERATORS);
    String machine = History.machine(ComputeFacts.facts(platform, device.facts(), plan.threads()));
    List<Path> known = job.known().stream().map(Path::of).toList();
    Estimator estimator = new Estimator(trials, platform);
    Work work = estimator.tryOut(plan, known, opened, machine, extensions, codec, progress);
    return EstimateResult.of(estimator.estimate(work, known, caseFolder, progress));
  }

  private DatasetOpener.Opened open(Path caseFolder, Plan.Data data, Progress progress)
      throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    if (data.made() != null) {
      return opener.openMade(data, progress);
    }
    if (!CaseFile.isCase(caseFolder)) {
      throw new BadInputException(
          "There is no case "
              + caseFolder
              + " yet, so it has no data set '"
              + data.dataset()
              + "'.",
          "Import the data set first, or use a format that makes its pairs.");
    }
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      return opener.open(file, data, progress);
    }
  }
}
