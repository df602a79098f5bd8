package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.pentimento.api.BadInputException;

/**
 * Where things lie in a case folder. Nobody else spells the names of its files.
 *
 * @param root the folder as a real path
 */
public record Layout(Path root) {
  /** Name of the custody log. */
  public static final String LOG = "custody.jsonl";

  /** Name of the signed head of the log. */
  public static final String HEAD = "head.json";

  /** Name of the index. */
  public static final String INDEX = "case.db";

  private static final String BLOBS = "blobs";
  private static final String DATASETS = "datasets";
  private static final String WORK = "work";
  private static final String LOCK = "lock";
  private static final String CLAIM = "lock.claim";
  private static final String MERGED_LATER = INDEX + "-wal";
  private static final String SHARED_MEMORY = INDEX + "-shm";
  private static final String UNDO = INDEX + "-journal";

  private static final Set<String> NAMES =
      Set.of(
          BLOBS, DATASETS, WORK, LOG, HEAD, LOCK, CLAIM, INDEX, MERGED_LATER, SHARED_MEMORY, UNDO);

  /** Whether a folder is a case: whether a custody log lies in it. */
  public static boolean isCase(Path folder) {
    return Files.isRegularFile(folder.resolve(LOG), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * The layout of a case that exists.
   *
   * @throws BadInputException if the folder is no case
   */
  public static Layout existing(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          "There is no case folder " + folder + ".", "Check the path, or create the case first.");
    }
    Layout layout = new Layout(folder.toRealPath());
    if (!Files.exists(layout.log(), LinkOption.NOFOLLOW_LINKS)) {
      throw new BadInputException(
          folder + " is no case: it has no " + LOG + ".",
          "Choose a folder that Pentimento made; nothing in this one was changed. If making a case"
              + " was interrupted, make it under another name.");
    }
    return layout;
  }

  /**
   * Refuses links where the case keeps its files, because they could lead reading and writing
   * elsewhere.
   *
   * @throws BadInputException if there is one
   */
  public void refuseLinks() throws BadInputException {
    for (String name : NAMES) {
      if (Files.isSymbolicLink(root.resolve(name))) {
        throw new BadInputException(
            root.resolve(name) + " is a symbolic link, which a case never has.",
            "Replace it by the original file or folder, then verify the case.");
      }
    }
  }

  /** Whether a name may stand directly in the case folder. */
  public static boolean knows(String name) {
    return NAMES.contains(name);
  }

  /** The folder of all blobs. */
  public Path blobs() {
    return root.resolve(BLOBS);
  }

  /**
   * Where a blob lies, whether it is there or not.
   *
   * @param sha 64 hexadecimal digits
   */
  public Path blob(String sha) {
    return blobs().resolve(sha.substring(0, 2)).resolve(sha.substring(2));
  }

  /** The folder of all copied data sets. */
  public Path datasets() {
    return root.resolve(DATASETS);
  }

  /** The custody log. */
  public Path log() {
    return root.resolve(LOG);
  }

  /** The signed head of the log. */
  public Path head() {
    return root.resolve(HEAD);
  }

  /** The index. */
  public Path index() {
    return root.resolve(INDEX);
  }

  /** The files in which SQLite keeps changes that are not merged into the index yet. */
  public List<Path> unmergedIndex() {
    return List.of(root.resolve(MERGED_LATER), root.resolve(UNDO));
  }

  /** The index and all files that SQLite keeps beside it. */
  public List<Path> indexFiles() {
    return List.of(
        index(), root.resolve(MERGED_LATER), root.resolve(SHARED_MEMORY), root.resolve(UNDO));
  }

  /** The file that the one writer holds locked. */
  public Path lock() {
    return root.resolve(LOCK);
  }

  /** The file by which machines that share a file system know who writes. */
  public Path claim() {
    return root.resolve(CLAIM);
  }

  /** The folder for what is no evidence. */
  public Path work() {
    return root.resolve(WORK);
  }

  /** For files on their way to their place; on the same file system as all others. */
  public Path scratch() {
    return work().resolve("tmp");
  }

  /** The folders that every case has, parents first. */
  public List<Path> folders() {
    return List.of(blobs(), datasets(), work(), scratch());
  }

  /** Name of a file below the case folder for a person, with {@code /} between names. */
  public String nameOf(Path file) {
    StringBuilder name = new StringBuilder();
    for (Path part : root.relativize(file)) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return name.toString();
  }
}
