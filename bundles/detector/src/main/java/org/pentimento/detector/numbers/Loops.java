package org.pentimento.detector.numbers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * Loops whose turns are independent, spread over all processors. Each turn writes to places of its
 * own, so that the result does not depend on how many processors there are.
 */
public final class Loops {
  private Loops() {}

  /** What is done in one turn. */
  @FunctionalInterface
  public interface Turn {
    /** Does the turn of an index. */
    void run(int index) throws IOException, CancelledException;
  }

  /**
   * Runs a turn for every index from 0 to {@code count - 1}, counting each as one unit of progress.
   *
   * @throws IOException that of the turn with the smallest index among those that failed
   */
  public static void each(int count, Progress progress, Turn turn)
      throws IOException, CancelledException {
    run(
        count,
        index -> {
          progress.checkCancelled();
          turn.run(index);
          progress.advance(1);
        });
  }

  /** Runs a turn for every index without counting; cancelling is looked for before each. */
  public static void quietly(int count, Progress progress, Turn turn)
      throws IOException, CancelledException {
    run(
        count,
        index -> {
          progress.checkCancelled();
          turn.run(index);
        });
  }

  private static void run(int count, Turn turn) throws IOException, CancelledException {
    int workers = Math.min(count, Runtime.getRuntime().availableProcessors());
    if (workers <= 1) {
      for (int i = 0; i < count; i++) {
        turn.run(i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean stopped = new AtomicBoolean();
    Failure first = new Failure();
    ExecutorService pool = Executors.newFixedThreadPool(workers, Loops::daemon);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        all.add(
            pool.submit(
                () -> {
                  for (int i = next.getAndIncrement();
                      i < count && !stopped.get();
                      i = next.getAndIncrement()) {
                    try {
                      turn.run(i);
                    } catch (IOException | CancelledException | RuntimeException | Error e) {
                      first.offer(i, e);
                      stopped.set(true);
                    }
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      stopped.set(true);
      pool.shutdown();
    }
    first.raise();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "detector");
    thread.setDaemon(true);
    return thread;
  }

  /** The failure of the smallest index. */
  private static final class Failure {
    private int index = Integer.MAX_VALUE;
    private @org.jspecify.annotations.Nullable Throwable cause;

    synchronized void offer(int at, Throwable failure) {
      if (at < index) {
        index = at;
        cause = failure;
      }
    }

    synchronized void raise() throws IOException, CancelledException {
      if (cause instanceof IOException e) {
        throw e;
      }
      if (cause instanceof CancelledException e) {
        throw e;
      }
      if (cause instanceof RuntimeException e) {
        throw e;
      }
      if (cause instanceof Error e) {
        throw e;
      }
    }
  }
}
