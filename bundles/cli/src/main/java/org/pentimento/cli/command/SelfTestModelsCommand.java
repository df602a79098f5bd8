package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private SelfTestOptions asked = new SelfTestOptions();

  @Option(
      names = "--shadows",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Shadows.class,
      description = "Number of clean models that each model is compared with; 3 by default.")
  private int shadows;

  SelfTestModelsCommand(Console console, Extensions extensions, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    Job job =
        new Job.ModelSelfTest(
            Job.PROTOCOL,
            asked.caseFolder(),
            asked.dataset(),
            asked.source(),
            asked.plan(new PlanReader(extensions)::modelSelfTest),
            asked.detectors(),
            shadows,
            threads,
            asked.seed(),
            asked.limit(),
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
    if (asked.json()) {
      console.out().println(WireJson.pretty(CanonicalJson.tree(result)));
    } else {
      console.out().printf("%s in %s%n", done.run(), done.caseFolder());
      table.print(console.out());
    }
    asked.keep(table.markdown());
  }
}
