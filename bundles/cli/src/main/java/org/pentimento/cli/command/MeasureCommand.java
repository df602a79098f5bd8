package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "measure",
    mixinStandardHelpOptions = true,
    description = "Measures an image against a reference, or a folder against a folder.")
final class MeasureCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(index = "0", paramLabel = "REFERENCE", description = "File or folder.")
  private Path reference = Path.of("");

  @Parameters(index = "1", paramLabel = "CANDIDATE", description = "File or folder.")
  private Path candidate = Path.of("");

  @Option(names = "--metric", paramLabel = "ID", description = "A metric; all of them by default.")
  private List<String> metrics = List.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  MeasureCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    return jobs.here(
        new Job.Measure(Job.PROTOCOL, reference.toString(), candidate.toString(), metrics),
        JobResult.OfMeasure.class,
        this::print);
  }

  private void print(JobResult.OfMeasure result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    for (JobResult.MeasuredFiles pair : result.pairs()) {
      console.out().println(pair.candidate());
      pair.metrics()
          .forEach(
              (name, value) ->
                  console
                      .out()
                      .printf(
                          "  %-12s %s%n",
                          name,
                          value != null
                              ? String.format(Locale.ROOT, "%10.6f", value)
                              : "         –  " + pair.undefined().getOrDefault(name, "")));
    }
    for (SkippedFile file : result.skipped()) {
      console.err().println("Skipped: " + file.words());
    }
  }
}
