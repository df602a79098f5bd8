package org.pentimento.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.PhotoInspectionDocument;
import org.pentimento.cli.console.PhotoInspectionText;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "photo",
    mixinStandardHelpOptions = true,
    description =
        "Looks whether photos are triggered for a model of a case, beside clean models that it"
            + " trains on trusted pairs, or goes on where the same inspection was ended.")
final class InspectPhotoCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Mixin private BesideShadows asked = new BesideShadows();

  @Parameters(index = "2..*", arity = "1..*", paramLabel = "PHOTO", description = "Photos.")
  private List<Path> photos = List.of();

  InspectPhotoCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    Job job =
        new Job.InspectPhoto(
            Job.PROTOCOL,
            asked.caseFolder(),
            asked.model(),
            photos.stream().map(Path::toString).toList(),
            asked.dataset(),
            asked.shadows(),
            threads,
            asked.seed(),
            null);
    return jobs.apart(job, threads, JobResult.OfInspectPhoto.class, this::print);
  }

  private void print(JobResult.OfInspectPhoto done) {
    try (CaseFile file = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      PhotoInspectionResult result = PhotoInspections.read(file.blobs(), done.result());
      if (asked.json()) {
        console
            .out()
            .println(WireJson.pretty(PhotoInspectionDocument.of(result, done.run(), file.blobs())));
      } else {
        PhotoInspectionText.print(console.out(), result, done);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
