package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;

/** Writes files so that they survive a power failure as soon as the call returns. */
public final class DurableFiles {
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private DurableFiles() {}

  /** Writes a whole file: either the old or the new content is there, never a part. */
  public static void replace(Path target, byte[] content, Path scratch) throws IOException {
    Path temporary = scratch.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel =
          OwnerOnly.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        writeFully(channel, content);
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw explained(e instanceof AccessDeniedException ? denied(target, e) : e, target);
    }
    syncFolder(folderOf(target));
  }

  /** Names the file that was asked for, not the temporary one. */
  private static IOException denied(Path target, IOException cause) {
    AccessDeniedException denied = new AccessDeniedException(target.toString());
    denied.initCause(cause);
    return denied;
  }

  public static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Makes the names in a folder durable. Windows needs no such call and cannot open folders. */
  public static void syncFolder(Path folder) throws IOException {
    if (WINDOWS) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  public static Path folderOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " lies in no folder");
    }
    return parent;
  }

  /**
   * Gives an error to throw instead of another: one that says in plain words, with path and free
   * space, that the disk is full; the other itself if it has another reason.
   */
  public static IOException explained(IOException error, Path target) {
    String message = String.valueOf(error.getMessage());
    boolean full =
        message.contains("No space left")
            || message.contains("not enough space")
            || message.contains("Disk quota exceeded")
            || message.contains("SQLITE_FULL");
    if (!full || error instanceof DiskFullException) {
      return error;
    }
    return new DiskFullException(target, freeSpace(target), error);
  }

  private static String freeSpace(Path target) {
    try {
      FileStore store = Files.getFileStore(folderOf(target));
      return String.format(
          Locale.ROOT,
          "%.1f MB of %.1f MB free on %s",
          store.getUsableSpace() / 1e6,
          store.getTotalSpace() / 1e6,
          store.name());
    } catch (IOException e) {
      return "free space unknown: " + e.getMessage();
    }
  }
}
