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
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ModelSelfTestTable;
import org.pentimento.plan.PlanReader;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description =
        "Trains models with known attacks, spoilt pairs or nothing planted, and measures what"
            + " inspections find and what they wrongly suspect, or goes on where the same self-test"
            + " was ended.")
final class SelfTestModelsCommand implements Callable<Integer> {
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
          "Data set of the case with pairs that are known to be honest, of which the models learn;"
              + " drawn faces by default.")
  private @Nullable String dataset;

  @Option(
      names = "--grid",
      paramLabel = "PLAN.yaml",
      description =
          "A plan whose data, generators, attacks, detectors and seeds say what is planted; two"
              + " generators and all installed triggers and strategies by default.")
  private @Nullable Path grid;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; those of the plan, or all of them, by default.")
  private List<String> detectors = List.of();

  @Option(
      names = "--shadows",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Shadows.class,
      description = "Number of clean models that each model is compared with; 3 by default.")
  private int shadows;

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
          "Makes at most that many models, by lot from all kinds; the result says how many were"
              + " planned. 0, the default, makes all of them, which takes many hours.")
  private int limit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Writes the tables to a file, too, as Markdown.")
  private @Nullable Path markdown;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  SelfTestModelsCommand(Console console, Extensions extensions, CommandJobs jobs) {
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
      new PlanReader(extensions).modelSelfTest(file.toString(), plan); // an error is told at once
    }
    int threads = Runtime.getRuntime().availableProcessors();
    Job job =
        new Job.ModelSelfTest(
            Job.PROTOCOL,
            caseFolder.toString(),
            dataset,
            file == null ? "" : file.toString(),
            plan,
            detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList(),
            shadows,
            threads,
            seed,
            limit,
            null);
    JobResult.OfSelfTest[] done = new JobResult.OfSelfTest[1];
    int status = jobs.apart(job, threads, JobResult.OfSelfTest.class, result -> done[0] = result);
    if (done[0] != null) {
      print(done[0]);
    }
    return status;
  }

  private void print(JobResult.OfSelfTest done) throws IOException {
    ModelSelfTestResult result;
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(done.caseFolder()))) {
      result = ModelSelfTests.read(caseFile.blobs(), done.result());
    }
    ModelSelfTestTable table = new ModelSelfTestTable(result);
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
