package org.pentimento.registry.guard;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what an extension does wrong from others. It works in a thread of its own; whatever it
 * throws becomes a problem in words, and one that shows no sign of life is given up.
 */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final long LOOK_MILLIS = 100;
  private static final long GRACE_MILLIS = 5_000;

  private final Duration patience;
  private final Progress progress;

  /**
   * A guard.
   *
   * @param patience how long an extension may neither return nor report progress
   */
  public Guard(Duration patience, Progress progress) {
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * What an extension does.
   *
   * @param <T> what it gives
   */
  public interface Work<T> {
    T look(Progress progress) throws IOException, CancelledException;
  }

  /**
   * What came of it.
   *
   * @param value what it gave; null if there is a problem
   * @param problem why it gave nothing, in words; empty if it gave something
   */
  public record Answer<T>(@Nullable T value, String problem) {}

  /**
   * Lets an extension work.
   *
   * @param who for the log
   * @throws CancelledException if a person asked for it
   */
  public <T> Answer<T> ask(String who, Work<T> work) throws CancelledException {
    Watched watched = new Watched(progress);
    CompletableFuture<@Nullable T> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(work.look(watched));
              } catch (Throwable e) { // an extension may throw anything
                answer.completeExceptionally(e);
              }
            },
            "extension " + who);
    thread.setDaemon(true);
    thread.start();
    try {
      return await(who, answer, watched);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      if (!answer.isDone()) {
        watched.abandoned = true;
        thread.interrupt();
      }
    }
  }

  private <T> Answer<T> await(String who, CompletableFuture<@Nullable T> answer, Watched watched)
      throws CancelledException, InterruptedException {
    while (true) {
      try {
        T value = answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return value == null ? new Answer<>(null, "It said nothing.") : new Answer<>(value, "");
      } catch (TimeoutException e) {
        checkCancelled(answer);
        if (System.nanoTime() - watched.alive > patience.toNanos()) {
          LOG.error("{} showed no sign of life for {} and was given up", who, patience);
          return new Answer<>(null, "It showed no sign of life for " + words(patience) + ".");
        }
      } catch (ExecutionException e) {
        progress.checkCancelled();
        return new Answer<>(null, problem(who, e.getCause() == null ? e : e.getCause()));
      }
    }
  }

  /** Gives work that is cancelled a moment to end by itself. */
  private void checkCancelled(CompletableFuture<?> answer)
      throws CancelledException, InterruptedException {
    try {
      progress.checkCancelled();
    } catch (CancelledException e) {
      try {
        answer.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException ended) {
        throw e;
      }
      throw e;
    }
  }

  private static String problem(String who, Throwable failure) {
    ExtensionFailedException behind = ExtensionFailedException.behind(failure).orElse(null);
    if (behind != null) {
      return String.valueOf(behind.getMessage());
    }
    if (failure instanceof BadInputException bad) {
      return bad.getMessage() + (bad.remedy().isEmpty() ? "" : " " + bad.remedy());
    }
    LOG.error("{} failed", who, failure);
    if (failure instanceof OutOfMemoryError) {
      return "It ran out of memory.";
    }
    if (failure instanceof CancelledException) {
      return "It stopped although nobody had asked it to.";
    }
    String message = failure.getMessage();
    return "It failed: "
        + failure.getClass().getSimpleName()
        + (message == null || message.isEmpty() ? "" : ", " + message)
        + ". Details are in the log.";
  }

  private static String words(Duration patience) {
    return patience.toMinutes() >= 1
        ? patience.toMinutes() + " min"
        : patience.toMillis() >= 1000 ? patience.toSeconds() + " s" : patience.toMillis() + " ms";
  }

  /** Notes when an extension was heard of last. */
  private static final class Watched implements Progress {
    private final Progress progress;
    private volatile long alive = System.nanoTime();
    private volatile boolean abandoned;

    Watched(Progress progress) {
      this.progress = progress;
    }

    private boolean heard() {
      alive = System.nanoTime();
      return !abandoned;
    }

    @Override
    public void begin(String task, long total) {
      if (heard()) {
        progress.begin(task, total);
      }
    }

    @Override
    public void advance(long units) {
      if (heard()) {
        progress.advance(units);
      }
    }

    @Override
    public void note(String message) {
      if (heard()) {
        progress.note(message);
      }
    }

    @Override
    public void checkCancelled() throws CancelledException {
      if (!heard()) {
        throw new CancelledException();
      }
      progress.checkCancelled();
    }
  }
}
