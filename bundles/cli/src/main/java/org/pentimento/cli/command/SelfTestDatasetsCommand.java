package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTests;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.SelfTestTable;
import org.pentimento.plan.PlanReader;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "datasets",
    mixinStandardHelpOptions = true,
    description =
        "Plants known attacks and honest oddities in data sets and measures what inspections find"
            + " and what they wrongly flag, or goes on where the same self-test was ended.")
final class SelfTestDatasetsCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final CommandJobs jobs;

  @Parameters(
      index = "0",
      paramLabel = "CASE",
      description = "Folder of the case, made if it does not exist.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      description =
          "Data set of the case in which attacks are planted, with pairs that are known to be"
              + " honest; drawn faces by default.")
  private @Nullable String dataset;

  @Option(
      names = "--grid",
      paramLabel = "PLAN.yaml",
      description =
          "A plan whose data, attacks, detectors and seeds say what is planted; all installed"
              + " triggers and strategies by default.")
  private @Nullable Path grid;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; those of the plan, or all of them, by default.")
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
      names = "--seed",
      paramLabel = "N",
      converter = Numbers.Seed.class,
      defaultValue = "1",
      description = "Seed of everything random; 1 by default.")
  private long seed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Numbers.Limit.class,
      defaultValue = "0",
      description =
          "Makes at most that many sets, by lot from all kinds; the result says how many were"
              + " planned. 0, the default, makes all of them.")
  private int limit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Writes the tables to a file, too, as Markdown.")
  private @Nullable Path markdown;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  SelfTestDatasetsCommand(Console console, Extensions extensions, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    Path file = grid;
    String plan = null;
    if (file != null) {
      plan = RunCommand.read(file);
      new PlanReader(extensions).selfTest(file.toString(), plan); // an error is told at once
    }
    Job job =
        new Job.SelfTest(
            Job.PROTOCOL,
            caseFolder.toString(),
            dataset,
            file == null ? "" : file.toString(),
            plan,
            detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList(),
            falseAlarms,
            seed,
            limit,
            null);
    JobResult.OfSelfTest[] done = new JobResult.OfSelfTest[1];
    int status =
        jobs.apart(
            job,
            Runtime.getRuntime().availableProcessors(),
            JobResult.OfSelfTest.class,
            result -> done[0] = result);
    if (done[0] != null) {
      print(done[0]);
    }
    return status;
  }

  private void print(JobResult.OfSelfTest done) throws IOException {
    SelfTestResult result;
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      result = SelfTests.read(caseFile.blobs(), done.result());
    }
    SelfTestTable table = new SelfTestTable(result);
    if (json) {
      console.out().println(WireJson.pretty(CanonicalJson.tree(result)));
    } else {
      console.out().printf("%s in %s%n", done.run(), done.caseFolder());
      table.print(console.out());
    }
    if (markdown != null) {
      Files.writeString(markdown, table.markdown(), StandardCharsets.UTF_8);
    }
  }
}
