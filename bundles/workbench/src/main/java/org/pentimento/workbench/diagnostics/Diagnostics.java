package org.pentimento.workbench.diagnostics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * What is sent to somebody who helps: texts by the names that they have in the archive. None of
 * them holds an image, a name or a path.
 */
record Diagnostics(Map<String, String> texts) {
  private static final int LOGS = 5;
  private static final int MOST_BYTES = 256 << 10;

  /**
   * Gathers the texts.
   *
   * @param facts what is known of this installation: titles, each with its lines
   * @param logs folder of the processes' logs
   * @param errors the log of the window's own errors; need not exist
   * @param names that must not be in any text
   */
  static Diagnostics gather(
      Map<String, String> facts, Path logs, Path errors, Collection<String> names)
      throws IOException {
    Scrubber scrubber = Scrubber.of(names);
    Map<String, String> texts = new LinkedHashMap<>();
    facts.forEach((title, text) -> texts.put(title + ".txt", scrubber.scrub(text)));
    int number = 0;
    for (Path log : newest(logs)) {
      number++;
      texts.put("log-" + number + ".txt", scrubber.scrub(end(log)));
    }
    if (Files.isRegularFile(errors)) {
      texts.put("errors.txt", scrubber.scrub(end(errors)));
    }
    return new Diagnostics(texts);
  }

  private static List<Path> newest(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    record Log(Path file, long changed) {}
    List<Log> logs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        // What Java writes when it crashes names folders and the whole environment.
        String name = file.getFileName().toString();
        if (name.endsWith(".log") && !name.startsWith("pentimento-crash")) {
          logs.add(new Log(file, Files.getLastModifiedTime(file).toMillis()));
        }
      }
    }
    return logs.stream()
        .sorted(Comparator.comparingLong(Log::changed).reversed())
        .limit(LOGS)
        .map(Log::file)
        .toList();
  }

  /** The last part of a log; it begins with a whole line. */
  private static String end(Path file) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long skipped = Math.max(0, log.length() - MOST_BYTES);
      log.seek(skipped);
      byte[] bytes = new byte[(int) Math.min(MOST_BYTES, log.length())];
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return skipped == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }

  /** Writes the archive, which only its owner can read. */
  void write(Path file) throws IOException {
    OwnerOnly.createFileIfMissing(file);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  /** Lines of names and values. */
  static String lines(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + ": " + e.getValue())
        .collect(Collectors.joining("\n"));
  }
}
