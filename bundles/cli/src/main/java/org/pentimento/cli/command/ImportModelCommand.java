package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import-model",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a model that was made elsewhere into a case, which is made if it does not exist.",
      "The file is opened in a locked-in process only. How the model wants its photos is found out"
          + " on known pairs; what was assumed is printed and can be changed with --set."
    })
final class ImportModelCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(paramLabel = "FILE", description = "File or folder of the model.")
  private Path file = Path.of("");

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name in the case; the file's by default.")
  private @Nullable String name;

  @Option(
      names = "--format",
      paramLabel = "ID",
      description = "Format; the one that recognises the file by default.")
  private @Nullable String format;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Setting of the format, see pentimento extensions; the rest is found out.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Data set of the case to try the model on; the first by default.")
  private @Nullable String dataset;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private CaseOptions caseOptions = new CaseOptions();

  ImportModelCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    return jobs.apart(
        new Job.ImportModel(
            Job.PROTOCOL,
            caseFolder.toString(),
            caseOptions.info(),
            file.toString(),
            name,
            format,
            settings,
            dataset),
        Runtime.getRuntime().availableProcessors(),
        JobResult.OfImportModel.class,
        this::print);
  }

  private void print(JobResult.OfImportModel result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    console.out().printf("Imported '%s' as %s.%n", result.model(), result.recognised());
    if (!result.assumptions().isEmpty()) {
      console.out().println("Assumed, because nothing else was set:");
      for (Assumption a : result.assumptions()) {
        console
            .out()
            .printf(
                "  %-14s %-8s %s%s%n",
                a.parameter(),
                a.value(),
                a.reason(),
                a.sure() ? "" : " Not certain: look at the strip.");
      }
    }
    console.out().printf("Tried on pairs of: %s%n", result.triedOn());
    console.out().printf("Locked in: %s%n", result.confinement());
    console
        .out()
        .printf("Strip (PNG; photos, true sketches, the model's sketches): %s%n", result.strip());
  }
}
