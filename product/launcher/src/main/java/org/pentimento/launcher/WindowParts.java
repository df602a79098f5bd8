package org.pentimento.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bundles of trusted vendors that add to the window. Before a window starts with them, that is
 * noted; the window removes the note when it has been painted. A note that is found at a start says
 * that the window did not come up with these bundles, and so they are left out until one of them
 * changes.
 *
 * @param list as that of {@link DropIns}
 * @param note holds the state of the folders with which a window was started
 */
record WindowParts(Path list, Path note) {
  static WindowParts of(DropIns dropIns, Path stateFolder) {
    Path list = dropIns.list();
    return new WindowParts(
        list.resolveSibling(list.getFileName() + ".window"), stateFolder.resolve("window-parts"));
  }

  /** The bundles that may be loaded; none if nobody has looked at the present ones. */
  List<Path> listed(String state) throws IOException {
    try {
      List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
      return lines.isEmpty() || !lines.get(0).equals(state)
          ? List.of()
          : lines.stream().skip(1).map(Path::of).filter(Files::exists).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** Whether the window did not come up with the present bundles. */
  boolean failed(String state) throws IOException {
    try {
      return Files.readString(note).equals(state);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Notes that a window starts with the present bundles. */
  void begin(String state) throws IOException {
    Files.createDirectories(note.toAbsolutePath().getParent());
    Files.writeString(note, state);
  }

  /** What a person is told when bundles are left out. */
  static String words(List<Path> bundles) {
    return "The window did not come up the last time. It starts without what others add to it: "
        + bundles.stream().map(b -> b.getFileName().toString()).collect(Collectors.joining(", "))
        + ". They are tried again when one of them is replaced or removed, or when you change which"
        + " are disabled or trusted.";
  }
}
