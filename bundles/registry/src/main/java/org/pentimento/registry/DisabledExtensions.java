package org.pentimento.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The extensions that a person took out of use: a file with a line {@code KIND ID} for each, which
 * every process of the product reads when it starts.
 *
 * @param file need not exist
 */
public record DisabledExtensions(Path file) {
  /** Why they are set aside. */
  public static final String REASON = "you disabled it";

  /** The extensions that a user disabled, by the folder of the settings of that user. */
  public static DisabledExtensions in(Path configFolder) {
    return new DisabledExtensions(configFolder.resolve("disabled-extensions"));
  }

  /** The lines. */
  public Set<String> all() throws IOException {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (NoSuchFileException e) {
      return new TreeSet<>();
    }
  }

  /**
   * Takes an extension out of use, or into use again, for processes that start from now on.
   *
   * @param kind word of its kind
   */
  public void set(String kind, String id, boolean disabled) throws IOException {
    Set<String> lines = all();
    String line = line(kind, id);
    if (disabled ? lines.add(line) : lines.remove(line)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, lines);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static String line(String kind, String id) {
    return kind + " " + id;
  }
}
