package org.pentimento.casefile.line;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The folder of a line, in the folder of its case for what is no evidence:
 *
 * <pre>
 * ID.turn      a plan; whose process touches it again and again
 * ID.running   it is its turn
 * ID.removed   it is to leave
 * ID.left      it has left, and how
 * order.json   ids that a person put in order, first ones first
 * paused       nobody's turn comes as long as it is there
 * </pre>
 *
 * <p>Ids rise with time. Each file has one writer and is written under a temporary name and
 * renamed.
 */
record LineFiles(Path folder) {
  static final String TURN = ".turn";
  static final String RUNNING = ".running";
  static final String REMOVED = ".removed";
  static final String LEFT = ".left";
  static final String ORDER = "order.json";
  static final String PAUSED = "paused";

  /** A plan whose file was not touched for so long is of a process that is gone. */
  static final Duration STALE = Duration.ofSeconds(30);

  private static final long LONGEST = 1 << 20;

  /**
   * The line of a case.
   *
   * @throws BadInputException if the folder is no case
   */
  static LineFiles of(Path caseFolder) throws IOException {
    return new LineFiles(Layout.existing(caseFolder).work().resolve("line"));
  }

  /** A new id, behind all that are there. */
  static String newId() {
    return "%020d-%s".formatted(Instant.now().toEpochMilli(), UUID.randomUUID());
  }

  /** Names of files with an ending, sorted. */
  List<String> names(String ending) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .sorted()
          .toList();
    }
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** What stands in a file; empty if it is not there or somebody else put it there. */
  <T> Optional<T> read(String name, Class<T> type) throws IOException {
    Path file = folder.resolve(name);
    try {
      return !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST
          ? Optional.empty()
          : Optional.of(CanonicalJson.read(Files.readAllBytes(file), type));
    } catch (NoSuchFileException | BadInputException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a file.
   *
   * @throws BadInputException if this user may not write to the case
   */
  void write(String name, Object content) throws IOException {
    try {
      put(name, content);
    } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
      throw unwritable("this user may not write there", e);
    } catch (FileSystemException e) {
      if ("Read-only file system".equals(e.getReason())) {
        throw unwritable(e.getReason(), e);
      }
      throw e;
    }
  }

  private BadInputException unwritable(String reason, Exception e) {
    return new BadInputException(
        "The case " + folder.resolve("../..").normalize() + " cannot be written: " + reason + ".",
        "Copy it to where you may write, and work with the copy.",
        e);
  }

  private void put(String name, Object content) throws IOException {
    OwnerOnly.createFolders(folder);
    Path part = folder.resolve(UUID.randomUUID() + ".part");
    try {
      try (FileChannel channel =
          OwnerOnly.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        DurableFiles.writeFully(channel, CanonicalJson.bytes(content));
      }
      Files.move(
          part,
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether the file was there. */
  boolean delete(String name) throws IOException {
    return Files.deleteIfExists(folder.resolve(name));
  }

  /** Whether the process of a plan goes on; what is left of one that is gone is deleted. */
  boolean isAlive(String id) throws IOException {
    try {
      Instant touched =
          Files.getLastModifiedTime(folder.resolve(id + TURN), LinkOption.NOFOLLOW_LINKS)
              .toInstant();
      if (Duration.between(touched, Instant.now()).compareTo(STALE) <= 0) {
        return true;
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    forget(id);
    return false;
  }

  /** Deletes all that is said of a plan but how it left. */
  void forget(String id) throws IOException {
    delete(id + TURN);
    delete(id + RUNNING);
    delete(id + REMOVED);
  }
}
