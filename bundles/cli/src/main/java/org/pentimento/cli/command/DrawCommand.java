package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RecoveredTriggers;
import org.pentimento.casefile.RecoveredTriggers.Recovered;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.DrawingSheet;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description =
        "Draws photos with models of a case, to see their sketches side by side, without and with"
            + " a trigger. Photos are fitted to the size that each model learned to draw.")
final class DrawCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "PHOTO",
      description = "Photos, or folders of photos.")
  private List<Path> photos = List.of();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description =
          "A model that draws: name of an imported one, or RUN/COMPARISON/ROLE of a trained one,"
              + " such as run-1/fcn/1/s1/poisoned. May be given several times.")
  private List<String> models = List.of();

  @Option(
      names = "--trigger",
      paramLabel = "ID",
      description =
          "Trigger that each photo is drawn with as well: one of those that are installed, or an"
              + " inspection that has recovered one, such as model-inspection-1.")
  private @Nullable String trigger;

  @Option(
      names = "--param",
      paramLabel = "KEY=VALUE",
      description = "Parameter of the trigger, such as amplitude=0.2.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Numbers.Seed.class,
      description = "Seed of everything random in the trigger; 1 by default.")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the pictures.")
  private Path out = Path.of("");

  @Option(
      names = "--force",
      description = "Draw into a folder that has an earlier drawing, and replace its list.")
  private boolean force;

  @Mixin private DrawingOptions asked = new DrawingOptions();

  DrawCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws IOException {
    GivenFolder.require(out);
    if (!force && Files.exists(out.resolve(DrawingSheet.FILE))) {
      throw new BadInputException(
          out + " has an earlier drawing.",
          "Choose another folder, or give --force to draw into this one all the same: pictures of"
              + " other names stay, and the list is replaced. Nothing was drawn.");
    }
    return jobs.apart(
        new Job.Draw(
            Job.PROTOCOL,
            caseFolder.toString(),
            models,
            photos.stream().map(Path::toString).toList(),
            stamp(),
            out.toString(),
            asked.device()),
        asked.threads(),
        JobResult.OfDraw.class,
        this::print);
  }

  private Job.@Nullable Stamp stamp() throws IOException {
    String wanted = trigger;
    if (wanted == null) {
      if (!parameters.isEmpty()) {
        throw new BadInputException(
            "--param is given without a trigger.", "Name the trigger with --trigger.");
      }
      return null;
    }
    Map<String, String> settings = new TreeMap<>();
    String id = wanted;
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      if (file.run(wanted).isPresent()) {
        Recovered recovered = recovered(file, wanted);
        id = recovered.trigger();
        settings.putAll(recovered.settings());
      }
    }
    settings.putAll(parameters);
    return new Job.Stamp(id, settings, seed);
  }

  private static Recovered recovered(CaseFile file, String inspection) throws IOException {
    List<Recovered> all = RecoveredTriggers.of(file);
    return all.stream()
        .filter(one -> one.inspection().id().equals(inspection))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "'" + inspection + "' has recovered no trigger.",
                    all.isEmpty()
                        ? "No inspection of the case has. Name one that is installed."
                        : "These have: "
                            + all.stream()
                                .map(one -> one.inspection().id())
                                .distinct()
                                .collect(Collectors.joining(", "))
                            + "."));
  }

  private void print(JobResult.OfDraw result) {
    if (asked.json()) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    DrawingSheet sheet = result.sheet();
    console
        .out()
        .printf(
            "Drew %s with %s into %s.%n",
            Counted.of(sheet.drawings().size(), "sketch", "sketches"),
            Counted.of(sheet.models().size(), "model", "models"),
            result.folder());
    sheet.drawings().stream()
        .flatMap(
            drawing -> drawing.fit().words().stream().map(words -> drawing.photo() + ": " + words))
        .distinct()
        .forEach(console.out()::println);
    for (SkippedFile file : sheet.skipped()) {
      console.err().println("Skipped: " + file.words());
    }
  }
}
