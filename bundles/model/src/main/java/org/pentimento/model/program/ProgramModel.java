package org.pentimento.model.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.model.confined.ModelLimits;
import org.pentimento.model.convention.Scaling;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Folders;
import org.pentimento.platform.Permissions;

/** A program that turns photo files into sketch files, started anew for every batch. */
final class ProgramModel implements Model {
  private static final int WORDS = 500;

  private final Path file;
  private final CommandTemplate command;
  private final List<Path> readable;
  private final ModelLimits limits;
  private final Confinement confinement;
  private final ImageCodec codec;

  ProgramModel(
      Path file,
      CommandTemplate command,
      List<Path> readable,
      ModelLimits limits,
      Confinement confinement,
      ImageCodec codec) {
    this.file = file;
    this.command = command;
    this.readable = readable;
    this.limits = limits;
    this.confinement = confinement;
    this.codec = codec;
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    if (photos.isEmpty()) {
      return List.of();
    }
    try {
      Path work = Files.createTempDirectory("pentimento-program").toRealPath();
      try {
        return draw(photos, work);
      } finally {
        Folders.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private List<Image> draw(List<Image> photos, Path work) throws IOException {
    Path in = Files.createDirectory(work.resolve("photos"));
    Path out = Files.createDirectory(work.resolve("sketches"));
    List<String> names = new ArrayList<>();
    for (Image photo : photos) {
      String name = String.format(java.util.Locale.ROOT, "%04d.png", names.size() + 1);
      names.add(name);
      try (OutputStream stream = Files.newOutputStream(in.resolve(name))) {
        codec.writePng(photo, stream);
      }
    }
    Map<String, String> places = new TreeMap<>();
    places.put("model", file.toString());
    places.put("photos", in.toString());
    places.put("sketches", out.toString());
    if (command.oneByOne()) {
      for (String name : names) {
        places.put("photo", in.resolve(name).toString());
        places.put("sketch", out.resolve(name).toString());
        run(command.fill(places), work);
      }
    } else {
      run(command.fill(places), work);
    }
    List<Image> sketches = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Image photo = photos.get(i);
      Image drawn = codec.read(drawn(out, names.get(i))).grey();
      sketches.add(Scaling.scale(drawn, photo.width(), photo.height()));
    }
    return sketches;
  }

  /** The sketch of a photo, which has the photo's name with the ending of any picture format. */
  private Path drawn(Path out, String name) throws IOException {
    String stem = name.substring(0, name.lastIndexOf('.') + 1);
    try (Stream<Path> files = Files.list(out)) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith(stem))
          // A link could lead to any file that the product itself may read.
          .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "The program " + file + " drew no sketch " + name + ".",
                      "It must write a picture of the same name into the folder {sketches}, or to"
                          + " {sketch}."));
    }
  }

  private void run(List<String> words, Path work) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", work.toString());
    environment.put("TMPDIR", work.toString());
    List<Path> seen = new ArrayList<>(readable);
    seen.add(file);
    Path printed = work.resolve("said.txt");
    ProcessBuilder builder =
        confinement.process(
            words, new Permissions(seen, work, environment, limits.memory(), false));
    builder.directory(work.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(printed.toFile());
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close(); // its input is in files
    } catch (IOException e) {
      throw new BadInputException(
          "The program cannot be started: " + String.join(" ", words) + ".",
          "Check the command and that the program is installed.",
          e);
    }
    try {
      if (!process.waitFor(limits.seconds(), TimeUnit.SECONDS)) {
        throw new BadInputException(
            "The program " + file + " did not end within " + limits.seconds() + " seconds.",
            "Raise its time-limit, or check whether it waits for something.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInputException("The program " + file + " was ended.", "Start the job again.", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new BadInputException(
          "The program "
              + file
              + " ended with status "
              + process.exitValue()
              + "; it said: "
              + end(printed)
              + ".",
          "Run it by hand on one photo; files that it needs beside its own are named with reads.");
    }
  }

  /** The end of what a program printed, on one line. */
  private static String end(Path printed) throws IOException {
    long size = Files.size(printed);
    try (InputStream in = Files.newInputStream(printed)) {
      in.skipNBytes(Math.max(0, size - WORDS));
      String text = new String(in.readNBytes(WORDS), java.nio.charset.StandardCharsets.UTF_8);
      String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
      return line.isEmpty() ? "nothing" : line;
    }
  }

  @Override
  public void write(Path folder) throws IOException {
    throw new BadInputException(
        "A program cannot be written as a model of Pentimento.", "Keep its files.");
  }

  @Override
  public long parameters() {
    return 0; // unknown
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of("model confinement", confinement.description());
  }

  @Override
  public void close() {
    // Nothing runs between batches.
  }
}
