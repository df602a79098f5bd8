package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.SkippedFile;
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
    name = "synthesize",
    mixinStandardHelpOptions = true,
    description = "Draws sketches of photos with a stored model.")
final class SynthesizeCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = {
        "Folder or file of the model; with --case its name there, such as run-1/fcn/1/s1/clean",
        "(run, comparison, clean or poisoned) or that of an imported one."
      })
  private String model = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PHOTO",
      description = "Photos, or folders of photos.")
  private List<Path> photos = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the sketches.")
  private Path out = Path.of("");

  @Option(
      names = "--case",
      paramLabel = "CASE",
      description = "Case that holds the model, trained or imported there.")
  private @Nullable Path caseFolder;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Setting of a model made elsewhere; the rest is found out.")
  private Map<String, String> settings = Map.of();

  @Mixin private DrawingOptions asked = new DrawingOptions();

  SynthesizeCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws BadInputException {
    return jobs.apart(
        new Job.Synthesize(
            Job.PROTOCOL,
            caseFolder == null ? null : caseFolder.toString(),
            model,
            settings,
            photos.stream().map(Path::toString).toList(),
            out.toString(),
            asked.device()),
        asked.threads(),
        JobResult.OfSynthesize.class,
        this::print);
  }

  private void print(JobResult.OfSynthesize result) {
    if (asked.json()) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    console
        .out()
        .printf(
            "Drew %s into %s.%n", Counted.of(result.sketches().size(), "sketch", "sketches"), out);
    for (SkippedFile file : result.skipped()) {
      console.err().println("Skipped: " + file.words());
    }
  }
}
