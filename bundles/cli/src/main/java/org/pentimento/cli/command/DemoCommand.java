package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.RunTable;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.plan.DemoPlan;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;
import org.pentimento.report.ReportFormat;
import org.pentimento.report.source.ReportOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Shows the whole way once: draws faces, trains clean and poisoned generators, compares"
            + " what they draw, measures it and writes a report.")
final class DemoCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final InstalledFigures figures;
  private final CommandJobs jobs;

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = "Folder of the case; ${DEFAULT-VALUE} by default.",
      defaultValue = "pentimento-demo.case")
  private Path caseFolder = Path.of("");

  DemoCommand(Console console, Extensions extensions, InstalledFigures figures, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.figures = figures;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    String text = DemoPlan.text();
    Plan plan = new PlanReader(extensions).read(DemoPlan.FILE, text, List.of());
    console.out().println(text);
    CaseInfo info =
        new CaseInfo(
            System.getProperty("user.name", ""),
            "",
            "DEMO",
            "1",
            java.time.ZoneId.systemDefault().getId(),
            "Demonstration on procedural faces; no real person is shown.");
    Job job =
        new Job.Run(Job.PROTOCOL, caseFolder.toString(), info, DemoPlan.FILE, text, List.of());
    JobResult.OfRun[] result = new JobResult.OfRun[1];
    int status = jobs.apart(job, plan.threads(), JobResult.OfRun.class, r -> result[0] = r);
    if (status != ExitStatus.DONE) {
      return status;
    }
    RunTable.print(console.out(), result[0]);
    console.out().println();
    return ReportCommand.write(
        console,
        extensions,
        figures.figures(),
        caseFolder,
        null,
        false,
        EnumSet.allOf(ReportFormat.class),
        (file, product) -> ReportOrder.ofAll(file));
  }
}
