package org.pentimento.engine.parallel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.Engine;

/**
 * A loop whose turns are shared among as many threads as the native operations use. Which thread
 * takes which turn is left to chance. Results are equal to the bit if a turn depends on its number
 * alone and sums of the turns are added up afterwards in the order of the turns.
 */
public final class ParallelLoop {
  /** Values that a thread touches in the time in which another wakes up, and some more. */
  private static final long FEW = 200_000;

  private final int turns;
  private final IntConsumer body;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch unfinished;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private ParallelLoop(int turns, IntConsumer body) {
    this.turns = turns;
    this.body = body;
    this.unfinished = new CountDownLatch(turns);
  }

  /** The threads that help the calling one; they end after some seconds without work. */
  private static final class Helpers {
    static final int COUNT = Engine.start().threads() - 1;
    static final ExecutorService THREADS = threads();

    private static ExecutorService threads() {
      ThreadPoolExecutor threads =
          new ThreadPoolExecutor(
              Math.max(1, COUNT),
              Math.max(1, COUNT),
              10,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              task -> {
                Thread thread = new Thread(task, "engine");
                thread.setDaemon(true);
                return thread;
              });
      threads.allowCoreThreadTimeOut(true);
      return threads;
    }
  }

  /**
   * Runs the body for all numbers from 0 on; returns when all are done. Where all turns together
   * touch few values, the calling thread is done before another one would have woken up.
   *
   * @param values that all turns together touch
   */
  public static void run(int turns, long values, IntConsumer body) {
    if (values < FEW) {
      for (int turn = 0; turn < turns; turn++) {
        body.accept(turn);
      }
    } else {
      run(turns, body);
    }
  }

  /** Runs the body for all numbers from 0 on; returns when all are done. */
  public static void run(int turns, IntConsumer body) {
    int helpers = Math.min(Helpers.COUNT, turns - 1);
    if (helpers <= 0) {
      for (int turn = 0; turn < turns; turn++) {
        body.accept(turn);
      }
      return;
    }
    ParallelLoop loop = new ParallelLoop(turns, body);
    for (int i = 0; i < helpers; i++) {
      Helpers.THREADS.execute(loop::takeTurns);
    }
    // A helper that comes late finds nothing left to do; the caller does not wait for it.
    loop.takeTurns();
    loop.await();
  }

  private void takeTurns() {
    for (int turn = next.getAndIncrement(); turn < turns; turn = next.getAndIncrement()) {
      try {
        body.accept(turn);
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        unfinished.countDown();
      }
    }
  }

  private void await() {
    boolean interrupted = false;
    while (unfinished.getCount() > 0) {
      try {
        unfinished.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new IllegalStateException("A part of a parallel loop failed", thrown);
    }
  }
}
