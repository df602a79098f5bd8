package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.RunTable;
import org.pentimento.plan.DeprecatedUses;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SweepPlan;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Carries out a plan over a case, or goes on with it where an earlier run was ended.")
final class RunCommand implements Callable<Integer> {
  private static final long LARGEST_PLAN = 1 << 20;

  private final Console console;
  private final Extensions extensions;
  private final CommandJobs jobs;

  @Parameters(paramLabel = "PLAN.yaml", description = "The plan.")
  private Path plan = Path.of("");

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "Folder of the case, made if it does not exist.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Replaces a value of the plan, such as generators[0].epochs=5.")
  private List<String> overrides = List.of();

  @Option(
      names = "--estimate",
      description = {
        "Only say how long it will take and how much disk; what no earlier run of the case tells is"
            + " found out by a trial of some steps, which takes about a minute."
      })
  private boolean estimate;

  @Option(
      names = "--wait",
      description =
          "Wait in line while somebody else writes to the case, such as another run, instead of"
              + " giving up. The plan then waits and goes on when this terminal is closed; Ctrl+C"
              + " cancels it.")
  private boolean wait;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CaseOptions caseOptions = new CaseOptions();

  RunCommand(Console console, Extensions extensions, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    String text = read(plan);
    refuseSweep(text);
    // Read here too, so that a wrong plan is told at once and the child gets the right number of
    // threads.
    Plan checked = new PlanReader(extensions).read(plan.toString(), text, overrides);
    for (String warning : DeprecatedUses.of(checked, extensions)) {
      console.err().println("Warning: " + warning);
    }
    if (estimate) {
      Job job =
          new Job.Estimate(
              Job.PROTOCOL,
              caseFolder.toString(),
              plan.toString(),
              text,
              overrides,
              List.of(caseFolder.toString()));
      return jobs.apart(job, checked.threads(), JobResult.OfEstimate.class, this::printEstimate);
    }
    Job job =
        new Job.Run(
            Job.PROTOCOL,
            caseFolder.toString(),
            caseOptions.info(),
            plan.toString(),
            text,
            overrides,
            wait);
    if (!wait) {
      return jobs.apart(job, checked.threads(), JobResult.OfRun.class, this::print);
    }
    return jobs.detached(
        "Audit of " + checked.name(), job, checked.threads(), JobResult.OfRun.class, this::print);
  }

  /** A plan whose values stand for several would only be told to hold a wrong value. */
  private void refuseSweep(String text) throws BadInputException {
    SweepPlan sweep = SweepPlan.read(plan.toString(), text);
    List<String> several =
        sweep.axes().keySet().stream()
            .filter(axis -> overrides.stream().noneMatch(one -> one.startsWith(axis + "=")))
            .toList();
    if (!several.isEmpty()) {
      throw new BadInputException(
          plan + " holds several values for " + String.join(", ", several) + ".",
          "Carry all combinations out with 'pentimento sweep', or write one value for each.");
    }
  }

  /** The text of a plan's file. */
  static String read(Path plan) throws IOException {
    if (!Files.isRegularFile(plan)) {
      throw new BadInputException(
          "There is no plan " + plan + ".", "Check the path; 'pentimento demo' prints an example.");
    }
    if (Files.size(plan) > LARGEST_PLAN) {
      throw new BadInputException(
          plan + " is larger than a plan can be (1 MiB).", "Check the path.");
    }
    try {
      return Files.readString(plan, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new BadInputException(plan + " is not UTF-8 text.", "Save it as UTF-8.", e);
    }
  }

  private void printEstimate(JobResult.OfEstimate result) {
    console.out().println(json ? WireJson.pretty(result) : result.words());
  }

  private void print(JobResult.OfRun result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
    } else {
      RunTable.print(console.out(), result);
    }
  }
}
