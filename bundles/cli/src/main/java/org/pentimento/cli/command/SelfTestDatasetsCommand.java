package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private SelfTestOptions asked = new SelfTestOptions();

  @Option(
      names = "--false-alarms",
      paramLabel = "R",
      converter = Numbers.FalseAlarms.class,
      defaultValue = "0.01",
      description =
          "Share of honest pairs that may be flagged, above 0 and up to 0.5; 0.01 by default.")
  private double falseAlarms;

  SelfTestDatasetsCommand(Console console, Extensions extensions, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    Job job =
        new Job.SelfTest(
            Job.PROTOCOL,
            asked.caseFolder(),
            asked.dataset(),
            asked.source(),
            asked.plan(new PlanReader(extensions)::selfTest),
            asked.detectors(),
            falseAlarms,
            asked.seed(),
            asked.limit(),
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
    if (asked.json()) {
      console.out().println(WireJson.pretty(CanonicalJson.tree(result)));
    } else {
      console.out().printf("%s in %s%n", done.run(), done.caseFolder());
      table.print(console.out());
    }
    asked.keep(table.markdown());
  }
}
