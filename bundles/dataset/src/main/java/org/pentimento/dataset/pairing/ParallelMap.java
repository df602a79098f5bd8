package org.pentimento.dataset.pairing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/** Applies a function to many items on up to eight cores; the results keep the items' order. */
public final class ParallelMap {
  private static final int MOST_THREADS = 8;
  private static final int BATCH = 256;

  private ParallelMap() {}

  /**
   * Applies a function to each item.
   *
   * @throws CancelledException soon after the person asked to stop
   */
  public static <T, R> List<R> apply(
      List<T> items, Function<T, R> work, String task, Progress progress)
      throws IOException, CancelledException {
    progress.begin(task, items.size());
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            job -> {
              Thread thread = new Thread(job, "pentimento-look");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Callable<List<R>>> batches = new ArrayList<>();
      for (int start = 0; start < items.size(); start += BATCH) {
        List<T> batch = items.subList(start, Math.min(items.size(), start + BATCH));
        batches.add(() -> batch(batch, work, progress));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<List<R>> done : pool.invokeAll(batches)) {
        results.addAll(done.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancelledException cancelled) {
        throw cancelled;
      }
      throw new IOException(task + " failed: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T, R> List<R> batch(List<T> items, Function<T, R> work, Progress progress)
      throws CancelledException {
    List<R> results = new ArrayList<>(items.size());
    for (T item : items) {
      progress.checkCancelled();
      results.add(work.apply(item));
      progress.advance(1);
    }
    return results;
  }
}
