package org.pentimento.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.Json;
import org.pentimento.protocol.Job;
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
        this::print);
  }

  private void print(JsonNode result) {
    if (json) {
      console.out().println(Json.text(result));
      return;
    }
    for (JsonNode pair : result.path("pairs")) {
      console.out().println(pair.path("candidate").asText());
      pair.path("metrics")
          .fields()
          .forEachRemaining(
              m ->
                  console
                      .out()
                      .printf(
                          "  %-12s %s%n",
                          m.getKey(),
                          m.getValue().isNumber()
                              ? String.format(Locale.ROOT, "%10.6f", m.getValue().asDouble())
                              : "         –  " + pair.path("undefined").path(m.getKey()).asText()));
    }
    for (JsonNode file : result.path("skipped")) {
      console
          .err()
          .printf("Skipped %s: %s%n", file.path("file").asText(), file.path("reason").asText());
    }
  }
}
