package org.pentimento.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.audit.Extensions;
import org.pentimento.audit.job.Job;
import org.pentimento.audit.plan.Plan;
import org.pentimento.audit.plan.PlanReader;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.report.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the whole way once: draws faces, trains clean and poisoned generators, compares what they draw,",
      "measures it and writes a report."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String PLAN = "demo-plan.yaml";

  private final Console console;
  private final Extensions extensions;
  private final Jobs jobs;

  @Option(
      names = "--case",
      paramLabel = "DIR",
      description = "Folder of the case; ${DEFAULT-VALUE} by default.",
      defaultValue = "pentimento-demo.case")
  private Path caseFolder = Path.of("");

  DemoCommand(Console console, Extensions extensions, Jobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    String text = plan();
    Plan plan = new PlanReader(extensions).read(PLAN, text, List.of());
    console.out().println(text);
    CaseInfo info =
        new CaseInfo(
            System.getProperty("user.name", ""),
            "",
            "DEMO",
            "1",
            java.time.ZoneId.systemDefault().getId(),
            "Demonstration on procedural faces; no real person is shown.");
    Job job = new Job.Run(Job.PROTOCOL, caseFolder.toString(), info, PLAN, text, List.of());
    JsonNode[] result = new JsonNode[1];
    int status = jobs.apart(job, plan.threads(), r -> result[0] = r);
    if (status != ExitStatus.DONE) {
      return status;
    }
    RunTable.print(console.out(), result[0]);
    console.out().println();
    return ReportCommand.write(
        console, extensions, caseFolder, null, EnumSet.allOf(ReportFormat.class));
  }

  private static String plan() throws IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream(PLAN)) {
      if (in == null) {
        throw new IOException(PLAN + " is missing from the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
