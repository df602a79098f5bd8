package org.pentimento.casefile.store;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;

/**
 * Keeps a case to one writer at a time. What counts is the operating system's lock on the file
 * {@code lock}, which ends with the process. The content of the file says who holds it; a writer
 * that closes the case empties it, so that the next one knows whether the last one did. On a file
 * system that machines share there is a {@link LockClaim} too.
 */
public final class WriterLock implements Closeable {
  /** Far behind the content, because on Windows nobody else can read bytes that are locked. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int MAX_CONTENT = 4096;

  /**
   * Who holds which lock file in this process. On POSIX systems a process loses its lock as soon as
   * it closes any channel to the file, so a file that is held here must not be opened again.
   */
  private static final Map<Path, Holder> HELD = new HashMap<>();

  private final Path file;
  private final FileChannel channel;
  private final FileLock lock;
  private final @Nullable LockClaim claim;
  private final @Nullable Holder unclosed;

  private WriterLock(
      Path file,
      FileChannel channel,
      FileLock lock,
      @Nullable LockClaim claim,
      @Nullable Holder unclosed) {
    this.file = file;
    this.channel = channel;
    this.lock = lock;
    this.claim = claim;
    this.unclosed = unclosed;
  }

  /**
   * Who writes to a case.
   *
   * @param host name of the machine
   * @param pid process id there
   * @param since when the case was opened
   */
  public record Holder(String host, long pid, Instant since) {
    public Holder {
      requireNonNull(host);
      requireNonNull(since);
    }

    static Holder self() {
      return new Holder(thisHost(), ProcessHandle.current().pid(), Timestamps.now());
    }

    /** The system itself is asked where possible: asking the network can take seconds. */
    private static String thisHost() {
      String windows = System.getenv("COMPUTERNAME");
      if (windows != null) {
        return windows;
      }
      try {
        Path linux = Path.of("/proc/sys/kernel/hostname");
        return Files.exists(linux)
            ? Files.readString(linux).strip()
            : InetAddress.getLocalHost().getHostName();
      } catch (IOException e) {
        return "unknown host";
      }
    }

    @Override
    public String toString() {
      return "process " + pid + " on " + host + " since " + Timestamps.text(since);
    }
  }

  /**
   * Takes the lock of a case.
   *
   * @throws CaseBusyException if another writer holds it
   * @throws BadInputException if the file system has no locks
   */
  public static WriterLock acquire(Layout layout) throws IOException {
    Path file = layout.lock();
    synchronized (HELD) {
      Holder here = HELD.get(file);
      if (here != null) {
        throw held(file, here + " (this program)");
      }
      FileChannel channel = open(file);
      LockClaim claim = null;
      try {
        FileLock lock = tryLock(channel, file);
        Holder unclosed = content(channel).orElse(null);
        if (lock == null) {
          throw held(file, unclosed == null ? "another program" : unclosed.toString());
        }
        Holder self = Holder.self();
        if (FileSystemKind.of(layout.root()).shared()) {
          claim = LockClaim.take(layout.claim(), self);
        }
        // The file is at no moment empty: if this process is killed here, the next writer still
        // sees
        // that the case was not closed.
        byte[] content = CanonicalJson.bytes(self);
        channel.position(0);
        DurableFiles.writeFully(channel, content);
        channel.truncate(content.length);
        channel.force(true);
        HELD.put(file, self);
        return new WriterLock(file, channel, lock, claim, unclosed);
      } catch (IOException e) {
        try (channel;
            LockClaim held = claim) {
          throw DurableFiles.explained(e, file);
        }
      }
    }
  }

  /** Who has the case open for writing, or had it and did not close it. */
  public static Optional<Holder> peek(Path file) throws IOException {
    synchronized (HELD) {
      Holder here = HELD.get(file);
      if (here != null) {
        return Optional.of(here);
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      try (FileChannel channel =
          FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
        return content(channel);
      }
    }
  }

  /** The writer before, if it ended without closing the case. */
  public Optional<Holder> unclosed() {
    return Optional.ofNullable(unclosed);
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return OwnerOnly.open(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
    } catch (FileSystemException e) {
      throw DurableFiles.explained(
          new BadInputException(
              "The case " + DurableFiles.folderOf(file) + " cannot be written: " + reason(e) + ".",
              "Copy it to where you may write, and work with the copy.",
              e),
          file);
    }
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "this user may not write there";
    }
    return e instanceof NoSuchFileException
        ? "it is not there any more"
        : String.valueOf(e.getReason());
  }

  private static @Nullable FileLock tryLock(FileChannel channel, Path file) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      throw held(file, "this program");
    } catch (IOException e) {
      throw new BadInputException(
          "The file system of " + file + " cannot lock files: " + e.getMessage() + ".",
          "Two writers could destroy the case. Copy it to a local disk and work there.",
          e);
    }
  }

  private static Optional<Holder> content(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MAX_CONTENT);
    channel.position(0);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      continue;
    }
    if (buffer.position() == 0) {
      return Optional.empty();
    }
    byte[] content = new byte[buffer.position()];
    buffer.flip().get(content);
    try {
      return Optional.of(CanonicalJson.read(content, Holder.class));
    } catch (BadInputException e) {
      // A writer was killed while it wrote its name, so it did not close the case.
      return Optional.of(new Holder("unknown host", 0, Instant.EPOCH));
    }
  }

  private static BadInputException held(Path file, String holder) {
    return new CaseBusyException(
        "The case " + DurableFiles.folderOf(file) + " is open for writing by " + holder + ".",
        "Wait until it is done, or end it.");
  }

  /** Says that this writer closed the case; otherwise the next one looks for what is left over. */
  public void markClosed() throws IOException {
    channel.truncate(0);
    channel.force(true);
  }

  /** Lets the next writer in. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (HELD.remove(file) == null) {
        return;
      }
      try (channel;
          LockClaim held = claim) {
        lock.release();
      }
    }
  }
}
