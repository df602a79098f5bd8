package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.pentimento.api.BadInputException;

/** Where things lie in a case folder. */
public record Layout(Path root) {
  /** Name of the file by which machines that share a medium know who writes. */
  static final String CLAIM = "lock.claim";

  /** All names that may stand directly in the folder. */
  public static final Set<String> NAMES =
      Set.of(
          "blobs",
          "datasets",
          "work",
          "custody.jsonl",
          "head.json",
          "lock",
          CLAIM,
          "case.db",
          "case.db-wal",
          "case.db-shm",
          "case.db-journal");

  /**
   * The layout of a case that exists.
   *
   * @throws BadInputException if the folder is no case, or if a link stands where the case keeps
   *     its files, which could lead reading and writing elsewhere
   */
  public static Layout existing(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          "There is no case folder " + folder + ".", "Check the path, or create the case first.");
    }
    Layout layout = new Layout(folder.toRealPath());
    if (!Files.exists(layout.log(), LinkOption.NOFOLLOW_LINKS)) {
      throw new BadInputException(
          folder + " is no case: it has no custody.jsonl.",
          "Choose a folder that Pentimento made. If creating this case was interrupted, delete the"
              + " folder and create it again.");
    }
    return layout;
  }

  public void refuseLinks() throws BadInputException {
    for (String name : NAMES) {
      if (Files.isSymbolicLink(root.resolve(name))) {
        throw new BadInputException(
            root.resolve(name) + " is a symbolic link, which a case never has.",
            "Replace it by the original file or folder, then verify the case.");
      }
    }
  }

  public Path blobs() {
    return root.resolve("blobs");
  }

  public Path datasets() {
    return root.resolve("datasets");
  }

  public Path log() {
    return root.resolve("custody.jsonl");
  }

  public Path head() {
    return root.resolve("head.json");
  }

  public Path index() {
    return root.resolve("case.db");
  }

  public Path lock() {
    return root.resolve("lock");
  }

  public Path work() {
    return root.resolve("work");
  }

  /** For files on their way to their place; on the same file system as all others. */
  public Path scratch() {
    return work().resolve("tmp");
  }

  public List<Path> folders() {
    return List.of(blobs(), datasets(), work(), scratch());
  }
}
