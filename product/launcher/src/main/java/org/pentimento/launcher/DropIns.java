package org.pentimento.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders into which people drop bundles, and the list of those bundles that may be loaded. The
 * command {@code extensions} looks at the bundles and writes the list; this process only reads it,
 * so that no file is loaded that nobody has looked at.
 *
 * @param folders need not exist
 * @param list its first line is the {@linkplain #state state of the folders} that it was made for,
 *     each other line the path of a bundle
 */
record DropIns(List<Path> folders, Path list) {
  /** The file in the settings that names the vendors whom the user trusts. */
  static final String TRUSTED = "trusted-vendors";

  /** The folders of a product, of its user, and what {@code --dropins} names. */
  static DropIns of(Home home) {
    List<Path> folders = new ArrayList<>();
    folders.add(home.folder().resolve("dropins"));
    folders.add(Home.dropins());
    String more = System.getProperty("pentimento.more.dropins");
    if (more != null) {
      folders.add(Path.of(more).toAbsolutePath().normalize());
    }
    String name = new Checksum().text(folders.toString()).hex();
    return new DropIns(
        List.copyOf(folders), Home.cache().resolve("dropins").resolve(name + ".list"));
  }

  /**
   * Changes with every file that is put into the folders, changed or removed, with the built-in
   * bundles, and with what people disabled and whom they trust.
   *
   * @param build of the built-in bundles
   */
  String state(String build) {
    Checksum names = new Checksum().text(build);
    Checksum versions = new Checksum();
    add(Home.config().resolve("disabled-extensions"), names, versions);
    add(Home.config().resolve(TRUSTED), names, versions);
    for (Path folder : folders) {
      for (Path file : filesIn(folder)) {
        add(file, names, versions);
        add(file.resolve("META-INF/MANIFEST.MF"), names, versions);
      }
    }
    return names.hex() + versions.hex();
  }

  private static void add(Path file, Checksum names, Checksum versions) {
    BasicFileAttributes attributes = attributes(file);
    if (attributes != null) {
      names.text(file.toString());
      versions.number(attributes.size()).number(attributes.lastModifiedTime().toMillis());
    }
  }

  /** Of the file that a link leads to, of the link if it leads nowhere; null if there is none. */
  private static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException e) {
      try {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException none) {
        return null;
      }
    }
  }

  /** Nothing if the folder cannot be listed, which must not keep anything from starting. */
  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether there is any file in the folders. */
  boolean any() {
    for (Path folder : folders) {
      if (!filesIn(folder).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The bundles that may be loaded; empty if nobody has looked at the present ones.
   *
   * @param state of the folders now
   */
  Optional<List<Path>> listed(String state) throws IOException {
    try {
      List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
      return lines.isEmpty() || !lines.get(0).equals(state)
          ? Optional.empty()
          : Optional.of(lines.stream().skip(1).map(Path::of).toList());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
