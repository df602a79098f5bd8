package org.pentimento.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for one framework's bundle cache, and one for the temporary files of the process that
 * has it. Processes that run at the same time take different slots; the next process finds a warm
 * one.
 *
 * @param folder of the bundle cache; stays for the next process
 * @param temporary empty at first, and gone with the process; what a killed one left goes when the
 *     slot is taken again
 */
record Slot(Path folder, Path temporary, FileChannel channel, FileLock lock)
    implements AutoCloseable {
  private static final int MOST = 64;
  private static final String FOLDER = "felix";

  /** Takes the first free slot of a build. */
  static Slot take(Path cache, String build) throws IOException {
    Path frameworks = Files.createDirectories(cache.resolve(FOLDER));
    for (int i = 0; i < MOST; i++) {
      Slot slot = tryTake(frameworks, build + "-" + i);
      if (slot != null) {
        slot.empty();
        Files.createDirectories(slot.temporary());
        return slot;
      }
    }
    throw new IOException("all " + MOST + " slots in " + frameworks + " are in use");
  }

  private static @Nullable Slot tryTake(Path frameworks, String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            frameworks.resolve(name + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return null;
    }
    return new Slot(frameworks.resolve(name), frameworks.resolve(name + ".tmp"), channel, lock);
  }

  /**
   * Removes the slots that nobody uses, but for those of some builds. Not while this process has a
   * slot itself: its build need not be among them any more, and a file that this process has locked
   * can neither be locked again nor closed without losing the lock.
   *
   * @param current builds whose slots stay
   */
  static void removeOthers(Path cache, Collection<String> current) throws IOException {
    Path frameworks = cache.resolve(FOLDER);
    try (Stream<Path> files = Files.list(frameworks)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".lock") && current.stream().noneMatch(name::startsWith)) {
          try (Slot old =
              tryTake(frameworks, name.substring(0, name.length() - ".lock".length()))) {
            if (old != null) {
              delete(old.folder());
              Files.deleteIfExists(file);
            }
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private void empty() {
    try {
      delete(temporary);
    } catch (IOException e) {
      // Some file systems keep a library's file as long as it is loaded; it goes the next time.
    }
  }

  @Override
  public void close() throws IOException {
    empty();
    lock.release();
    channel.close();
  }
}
