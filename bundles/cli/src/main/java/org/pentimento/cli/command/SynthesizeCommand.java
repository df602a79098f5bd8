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
import org.pentimento.plan.DeviceChoice;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = Numbers.Threads.class,
      description = "Native threads; all cores by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu or cuda:N; auto by default.")
  private @Nullable String device;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  SynthesizeCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws BadInputException {
    if (device != null && !device.matches(DeviceChoice.WRITTEN)) {
      throw new BadInputException(
          "There is no device '" + device + "'.", "Allowed are auto, cpu and cuda:N.");
    }
    return jobs.apart(
        new Job.Synthesize(
            Job.PROTOCOL,
            caseFolder == null ? null : caseFolder.toString(),
            model,
            settings,
            photos.stream().map(Path::toString).toList(),
            out.toString(),
            device),
        Math.max(1, threads),
        JobResult.OfSynthesize.class,
        this::print);
  }

  private void print(JobResult.OfSynthesize result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    console
        .out()
        .printf(
            "Drew %s into %s.%n", Counted.of(result.sketches().size(), "sketch", "sketches"), out);
    for (SkippedFile file : result.skipped()) {
      console.err().printf("Skipped %s: %s%n", file.file(), file.reason());
    }
  }
}
