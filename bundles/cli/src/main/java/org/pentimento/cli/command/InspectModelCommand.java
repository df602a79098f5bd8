package org.pentimento.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ModelInspectionDocument;
import org.pentimento.cli.console.ModelInspectionText;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description =
        "Looks for something hidden in a model of a case, beside clean models that it trains on"
            + " trusted pairs, or goes on where the same inspection was ended.")
final class InspectModelCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Mixin private BesideShadows asked = new BesideShadows();

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; all of them by default.")
  private List<String> detectors = List.of();

  @Option(
      names = "--trained-on",
      paramLabel = "DATASET",
      description =
          "Data set of the case that an imported model is said to be trained on; trusted pairs that"
              + " are bound to its pairs are listed.")
  private @Nullable String trainedOn;

  InspectModelCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    Job job =
        new Job.InspectModel(
            Job.PROTOCOL,
            asked.caseFolder(),
            asked.model(),
            asked.dataset(),
            detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList(),
            asked.shadows(),
            null,
            trainedOn,
            threads,
            asked.seed(),
            null);
    return jobs.apart(job, threads, JobResult.OfInspectModel.class, this::print);
  }

  private void print(JobResult.OfInspectModel done) {
    try (CaseFile file = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      ModelInspectionResult result = ModelInspections.read(file.blobs(), done.result());
      if (asked.json()) {
        console
            .out()
            .println(WireJson.pretty(ModelInspectionDocument.of(result, done.run(), file.blobs())));
      } else {
        ModelInspectionText.print(console.out(), result, done);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
