package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A place in the line of those who wait to write to a case: a file in its folder for what is no
 * evidence. Names rise with time. Who waits touches the file again and again, so that a process
 * that was killed, here or on another machine, holds nobody up for long.
 */
public final class WriterTurn implements AutoCloseable {
  private static final String ENDING = ".turn";

  /** A file that was not touched for so long is of a process that is gone. */
  private static final Duration STALE = Duration.ofSeconds(30);

  private final Path file;

  private WriterTurn(Path file) {
    this.file = file;
  }

  /** Goes to the end of the line of a case. */
  public static WriterTurn take(Layout layout) throws IOException {
    Path line = layout.work().resolve("line");
    OwnerOnly.createFolders(line);
    String name = "%020d-%s".formatted(Instant.now().toEpochMilli(), UUID.randomUUID());
    return new WriterTurn(Files.createFile(line.resolve(name + ENDING)));
  }

  /**
   * Says that this one still waits, and counts who is before it.
   *
   * @return 0 if it is its turn
   */
  public int before() throws IOException {
    Instant now = Instant.now();
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (NoSuchFileException e) {
      Files.createFile(file); // somebody tidied up
    }
    List<Path> line;
    try (Stream<Path> all = Files.list(DurableFiles.folderOf(file))) {
      line =
          all.filter(other -> other.toString().endsWith(ENDING))
              .filter(other -> other.compareTo(file) < 0)
              .toList();
    }
    int before = 0;
    for (Path other : line) {
      before += isAlive(other, now) ? 1 : 0;
    }
    return before;
  }

  private static boolean isAlive(Path other, Instant now) throws IOException {
    try {
      Instant touched = Files.getLastModifiedTime(other, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (Duration.between(touched, now).compareTo(STALE) <= 0) {
        return true;
      }
      Files.deleteIfExists(other);
      return false;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Leaves the line. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
