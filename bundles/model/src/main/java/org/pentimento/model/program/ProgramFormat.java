package org.pentimento.model.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.model.confined.ModelLimits;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Platform;

/** Any program that turns photo files into sketch files: a black box. */
@Component(service = ModelFormat.class)
public final class ProgramFormat implements ModelFormat {
  private static final String COMMAND = "command";
  private static final String READS = "reads";
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "program",
          "Program",
          "1.0.0",
          "Any program or script that turns photos into sketches, run locked in on PNG files. It is"
              + " a black box: sketches are all that can be had of it.",
          "Pentimento",
          List.of(
              Parameter.command(
                  COMMAND,
                  "Command",
                  "{model} stands for the imported file or folder, {photos} and {sketches} for"
                      + " folders, or {photo} and {sketch} for one file at a time.",
                  "{model} {photos} {sketches}"),
              Parameter.text(
                  READS,
                  "Reads",
                  "Other files and folders that it may read, with colons between them.",
                  ""),
              ModelLimits.CONFINEMENT,
              ModelLimits.MEMORY,
              ModelLimits.TIME),
          Set.of());

  private final Platform platform;
  private final ImageCodec codec;

  /** Made by the component framework. */
  @Activate
  public ProgramFormat(@Reference Platform platform, @Reference ImageCodec codec) {
    this.platform = platform;
    this.codec = codec;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<String> recognise(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      boolean script = head.length > 1 && head[0] == '#' && head[1] == '!';
      boolean binary = head.length == 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L';
      return script || binary
          ? Optional.of(script ? "program (a script)" : "program")
          : Optional.empty();
    }
  }

  @Override
  public Model open(Path file, Settings settings) throws IOException {
    ModelLimits limits = ModelLimits.of(settings);
    Confinement confinement = platform.confinement();
    limits.check(confinement);
    List<Path> readable = new ArrayList<>();
    for (String path : settings.text(READS).split(":")) {
      if (!path.isBlank()) {
        Path extra = Path.of(path).toAbsolutePath();
        if (!Files.exists(extra)) {
          throw new BadInputException(
              "What the program is to read is not there: " + extra + ".", "Check reads.");
        }
        readable.add(extra);
      }
    }
    return new ProgramModel(
        file.toRealPath(),
        CommandTemplate.of(settings.text(COMMAND)),
        readable,
        limits,
        confinement,
        codec);
  }

  /** Tries it on one pair; everything else is what the person has set. */
  @Override
  public Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    Settings settings = Settings.of(DESCRIPTOR, given);
    progress.begin("Running the program on one photo", 0);
    try (Model model = open(file, settings)) {
      model.sketch(List.of(known.get(0).photo().decode()));
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
    List<Assumption> assumptions = new ArrayList<>();
    if (!given.containsKey(COMMAND)) {
      assumptions.add(
          new Assumption(
              COMMAND,
              settings.text(COMMAND),
              "The file itself was run, with a folder of photos and one for sketches.",
              true));
    }
    return new Fit(settings, assumptions);
  }
}
