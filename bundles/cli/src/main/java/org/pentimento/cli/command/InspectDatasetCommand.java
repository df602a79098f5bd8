package org.pentimento.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.InspectionDocument;
import org.pentimento.cli.console.InspectionText;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "dataset",
    mixinStandardHelpOptions = true,
    description =
        "Looks for poisoned pairs in a data set of a case and for what their photos share, or goes"
            + " on where the same inspection was ended.")
final class InspectDatasetCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATASET",
      description = "Name of the data set in the case.")
  private String dataset = "";

  @Option(
      names = "--trusted",
      paramLabel = "DATASET",
      description =
          "Name of a data set of the case whose pairs are known to be honest. They take the place"
              + " of what is usual in the suspect one.")
  private @Nullable String trusted;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; all of them by default.")
  private List<String> detectors = List.of();

  @Option(
      names = "--false-alarms",
      paramLabel = "R",
      converter = Numbers.FalseAlarms.class,
      defaultValue = "0.01",
      description =
          "Share of honest pairs that may be flagged, above 0 and up to 0.5; 0.01 by default.")
  private double falseAlarms;

  @Option(
      names = "--clean",
      paramLabel = "NAME",
      description =
          "Makes a data set of this name in the case, without the pairs that are flagged. Nothing"
              + " else is left out.")
  private @Nullable String clean;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Numbers.Seed.class,
      defaultValue = "1",
      description = "Seed of everything random; 1 by default.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  InspectDatasetCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    requireName();
    Job job =
        new Job.InspectDataset(
            Job.PROTOCOL,
            caseFolder.toString(),
            dataset,
            trusted,
            detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList(),
            falseAlarms,
            seed,
            clean,
            null);
    return jobs.apart(
        job,
        Runtime.getRuntime().availableProcessors(),
        JobResult.OfInspectDataset.class,
        this::print);
  }

  /** Whoever gives a folder is told how to take it into the case. */
  private void requireName() throws IOException {
    if (!CaseFile.isCase(caseFolder) || !isPath(dataset)) {
      return; // the job says what is wrong with the case
    }
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      if (file.dataset(dataset).isEmpty()) {
        throw new BadInputException(
            dataset + " is a file or folder and no data set of the case " + caseFolder + ".",
            "Take it into the case first, then inspect it by its name: pentimento import "
                + ShellWord.of(dataset)
                + " --case "
                + ShellWord.of(caseFolder));
      }
    }
  }

  private static boolean isPath(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private void print(JobResult.OfInspectDataset done) {
    try (CaseFile file = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      InspectionResult result = Inspections.read(file.blobs(), done.result());
      if (json) {
        console
            .out()
            .println(WireJson.pretty(InspectionDocument.of(result, done.run(), file.blobs())));
      } else {
        InspectionText.print(console.out(), result, done);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
