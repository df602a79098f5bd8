package org.pentimento.casefile.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * The file {@code lock.claim}, by which machines that share a file system know who writes to a
 * case. A lock that one machine holds is often not seen by another, but making a file that must not
 * exist yet is a single step on all of them. The file is there while a writer is at work; where it
 * cannot be told whether that writer still is, a person decides.
 */
final class LockClaim implements Closeable {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int MAX_CONTENT = 4096;

  private final Path file;

  private LockClaim(Path file) {
    this.file = file;
  }

  /**
   * What stands in the file.
   *
   * @param holder the writer
   * @param boot which start of which machine its process id belongs to; empty if unknown
   */
  record Content(WriterLock.Holder holder, String boot) {}

  /**
   * Claims a case.
   *
   * @throws BadInputException if another writer has it, or may have it
   */
  static LockClaim take(Path file, WriterLock.Holder self) throws IOException {
    byte[] content = CanonicalJson.bytes(new Content(self, boot()));
    while (true) {
      try (FileChannel channel =
          OwnerOnly.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        DurableFiles.writeFully(channel, content);
        channel.force(true);
        return new LockClaim(file);
      } catch (FileAlreadyExistsException e) {
        Optional<Content> other = read(file);
        if (other.isEmpty() || !ended(other.get())) {
          throw taken(file, other, e);
        }
        Files.deleteIfExists(file);
      }
    }
  }

  private static Optional<Content> read(Path file) throws IOException {
    try {
      return Files.size(file) > MAX_CONTENT
          ? Optional.empty()
          : Optional.of(CanonicalJson.read(Files.readAllBytes(file), Content.class));
    } catch (NoSuchFileException | BadInputException e) {
      // It is being deleted or written at this moment: somebody is at work.
      return Optional.empty();
    }
  }

  /**
   * Whether the writer has surely ended. Only the machine that it ran on can tell, and only until
   * that machine is started again.
   */
  private static boolean ended(Content content) throws IOException {
    if (content.boot().isEmpty() || !content.boot().equals(boot())) {
      return false;
    }
    WriterLock.Holder holder = content.holder();
    Optional<Instant> started =
        ProcessHandle.of(holder.pid()).flatMap(process -> process.info().startInstant());
    // The system knows the start of a process to some hundredths of a second.
    return started.map(start -> start.isAfter(holder.since().plusSeconds(1))).orElse(true);
  }

  private static BadInputException taken(Path file, Optional<Content> other, Exception cause) {
    return new BadInputException(
        "The case "
            + DurableFiles.folderOf(file)
            + " is open for writing by "
            + other.map(content -> content.holder().toString()).orElse("another program")
            + ". Other machines can write there too, so it cannot be seen from here whether that"
            + " writer is still at work.",
        "Wait until it is done. If it has surely ended, rename the file " + file + ".",
        cause);
  }

  private static String boot() throws IOException {
    return Files.exists(BOOT_ID) ? Files.readString(BOOT_ID).strip() : "";
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
