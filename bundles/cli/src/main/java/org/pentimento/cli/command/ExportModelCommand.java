package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export-model",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a trained model as an ONNX file, which other programs run.",
      "Its input 'photo' is [batch, 3, height, width] in red, green, blue, its output 'sketch'"
          + " [batch, 1, height, width]; both have 0 for black, 1 for white, and any size."
    })
final class ExportModelCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(
      paramLabel = "MODEL",
      description = {
        "Folder of the model; with --case its name there, such as run-1/fcn/1/s1/clean",
        "(run, comparison, clean or poisoned)."
      })
  private String model = "";

  @Option(names = "--case", paramLabel = "CASE", description = "Case that holds the model.")
  private @Nullable Path caseFolder;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.onnx",
      description = "File to be written.")
  private Path out = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExportModelCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    return jobs.apart(
        new Job.ExportModel(
            Job.PROTOCOL, caseFolder == null ? null : caseFolder.toString(), model, out.toString()),
        1,
        JobResult.OfExportModel.class,
        this::print);
  }

  private void print(JobResult.OfExportModel result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
    } else {
      console.out().printf("Wrote %s (%,d bytes).%n", result.file(), result.bytes());
    }
  }
}
