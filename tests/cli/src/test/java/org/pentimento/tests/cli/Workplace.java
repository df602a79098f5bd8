package org.pentimento.tests.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where these tests work; stays until they run again, so that one can look at it. */
final class Workplace {
  /** The folder in which commands are started. */
  static final Path FOLDER = emptied(Path.of("target/work").toAbsolutePath());

  private Workplace() {}

  /** A new folder. */
  static Path folder(String name) {
    try {
      return Files.createDirectory(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> paths = Files.walk(folder)) {
          for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
