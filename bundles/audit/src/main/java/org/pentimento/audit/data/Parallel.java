package org.pentimento.audit.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/** Independent tasks on several threads, their results in order. */
public final class Parallel {
  private Parallel() {}

  /**
   * Does all tasks, advancing the progress by one for each. Ends early on the first failure or when
   * cancelled.
   */
  public static <T> List<T> all(List<? extends Callable<T>> tasks, int threads, Progress progress)
      throws IOException, CancelledException {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> task : tasks) {
        futures.add(pool.submit(task));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        progress.checkCancelled();
        results.add(future.get());
        progress.advance(1);
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof UncheckedIOException unchecked) {
        throw unchecked.getCause();
      }
      if (e.getCause() instanceof CancelledException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
