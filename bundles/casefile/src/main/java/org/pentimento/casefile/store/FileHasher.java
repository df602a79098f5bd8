package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/** Hashes files on all processors, in chunks, without following links. */
public final class FileHasher implements AutoCloseable {
  private static final int CHUNK = 1 << 18;
  private static final int MAX_THREADS = 16;

  private final Progress progress;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()),
          task -> {
            Thread thread = new Thread(task, "file hashing");
            thread.setDaemon(true);
            return thread;
          });

  /** Advances the progress by bytes. */
  public FileHasher(Progress progress) {
    this.progress = progress;
  }

  /**
   * What a file holds.
   *
   * @param file that was read
   * @param size in bytes
   * @param sha256 of the content
   * @param failure why it could not be read, or null; then the others say nothing
   */
  public record Hashed(Path file, long size, String sha256, @Nullable IOException failure) {}

  /** Hashes files; the results are in the order of the files. */
  public List<Hashed> hash(List<Path> files) throws CancelledException {
    List<Callable<Hashed>> tasks = new ArrayList<>();
    for (Path file : files) {
      tasks.add(() -> hash(file));
    }
    List<Future<Hashed>> futures = new ArrayList<>();
    try {
      for (Callable<Hashed> task : tasks) {
        futures.add(threads.submit(task));
      }
      List<Hashed> results = new ArrayList<>();
      for (Future<Hashed> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancelledException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException("Hashing failed", e.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  private Hashed hash(Path file) throws CancelledException {
    MessageDigest digest = Sha256.digest();
    long size = 0;
    progress.checkCancelled();
    try (SeekableByteChannel in =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
      while (in.read(buffer) >= 0) {
        size += buffer.position();
        progress.advance(buffer.position());
        digest.update(buffer.flip());
        buffer.clear();
        progress.checkCancelled();
      }
    } catch (IOException e) {
      return new Hashed(file, size, "", e);
    }
    return new Hashed(file, size, Sha256.hex(digest.digest()), null);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
