package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.run.InspectionRun;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Looks for poisoned pairs in a data set of a case. */
public final class InspectDatasetJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Platform platform;

  public InspectDatasetJob(Extensions extensions, ImageCodec codec, Platform platform) {
    this.extensions = extensions;
    this.codec = codec;
    this.platform = platform;
  }

  public JobResult.OfInspectDataset run(Job.InspectDataset job, Progress progress)
      throws IOException, CancelledException {
    requireRate(job.falseAlarms());
    List<Use> detectors = ChosenDetectors.of(job.detectors(), extensions);
    return Cases.write(
        CaseFile.openForWriting(existing(job.caseFolder())),
        progress,
        caseFile -> {
          InspectionRun.Outcome outcome =
              new InspectionRun(
                      caseFile, extensions, codec, ComputeFacts.facts(platform, Map.of()), progress)
                  .run(
                      new InspectionRun.Order(
                          job.title(),
                          job.dataset(),
                          job.trusted(),
                          detectors,
                          job.falseAlarms(),
                          job.seed(),
                          job.cleanName()));
          return new JobResult.OfInspectDataset(
              caseFile.folder().toString(),
              outcome.id(),
              outcome.resultSha(),
              outcome.result().verdict(),
              outcome.result().pairs().size(),
              outcome.result().flagged().size(),
              outcome.result().cleaned());
        });
  }

  /**
   * Refuses a rate of false alarms that nothing can keep.
   *
   * @throws BadInputException if it is not above 0 and at most a half
   */
  static void requireRate(double falseAlarms) throws BadInputException {
    if (!(falseAlarms > 0 && falseAlarms <= .5)) {
      throw new BadInputException(
          "The rate of false alarms is " + falseAlarms + ".",
          "Give the share of honest pairs that may be flagged, above 0 and at most 0.5, such as"
              + " 0.01.");
    }
  }

  /** The folder of a case that must be there. */
  static Path existing(String folder) throws BadInputException {
    Path path = Path.of(folder).toAbsolutePath().normalize();
    if (!CaseFile.isCase(path)) {
      throw new BadInputException(
          "There is no case " + path + ".",
          "Take the data set into a case first: pentimento import FOLDER --case " + path);
    }
    return path;
  }
}
