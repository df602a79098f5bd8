package org.pentimento.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "model",
    mixinStandardHelpOptions = true,
    description =
        "Looks for something hidden in a model of a case, beside clean models that it trains on"
            + " trusted pairs, or goes on where the same inspection was ended.")
final class InspectModelCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "MODEL",
      description =
          "Name of an imported model, or RUN/COMPARISON/ROLE of a trained one, such as"
              + " run-1/fcn/1/s1/poisoned.")
  private String model = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATASET",
      description = "Name of a data set of the case whose pairs are known to be honest.")
  private String dataset = "";

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; all of them by default.")
  private List<String> detectors = List.of();

  @Option(
      names = "--shadows",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Shadows.class,
      description =
          "Number of clean models to compare it with; 3 by default. With fewer no p is given.")
  private int shadows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Numbers.Seed.class,
      description = "Seed of everything random; 1 by default.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

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
            caseFolder.toString(),
            model,
            dataset,
            detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList(),
            shadows,
            null,
            threads,
            seed,
            null);
    return jobs.apart(job, threads, JobResult.OfInspectModel.class, this::print);
  }

  private void print(JobResult.OfInspectModel done) {
    try (CaseFile file = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      ModelInspectionResult result = ModelInspections.read(file.blobs(), done.result());
      if (json) {
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
