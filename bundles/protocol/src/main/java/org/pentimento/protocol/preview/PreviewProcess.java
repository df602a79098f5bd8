package org.pentimento.protocol.preview;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.preview.Frames.Asked;
import org.pentimento.protocol.preview.Frames.GivenUp;
import org.pentimento.protocol.preview.Frames.Problem;
import org.pentimento.protocol.preview.Frames.Reply;
import org.pentimento.protocol.question.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parent's side of the preview protocol. The child is started by the first question and again
 * by the first one after its end, however it ended; a question that is not answered in time ends
 * it. Safe for use from several threads; never blocks but for writing a question.
 */
public final class PreviewProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewProcess.class);

  private final Supplier<List<String>> command;
  private final Duration patience;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "preview watch");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Child child;
  private long lastId;
  private boolean closed;

  private record Child(Process process, OutputStream questions, Map<Long, Waiting<?>> waiting) {}

  /** Somebody who waits for an answer. */
  private record Waiting<A>(Class<A> type, CompletableFuture<A> answer) {
    void take(Reply reply) {
      Problem problem = reply.head().problem();
      if (problem != null) {
        fail(problem.message(), problem.remedy());
        return;
      }
      try {
        answer.complete(reply.answer(type));
      } catch (IOException e) {
        LOG.warn("An answer of the preview process is no {}", type.getSimpleName(), e);
        fail(
            "The preview process gave an answer that this window does not understand.",
            "Start Pentimento again.");
      }
    }

    void fail(String message, String remedy) {
      answer.completeExceptionally(new BadInputException(message, remedy));
    }
  }

  /**
   * Makes a process that is not started yet.
   *
   * @param command starts the product as a preview server; asked for at each start
   * @param patience how long a question may take until the child is held for hanging
   */
  public PreviewProcess(Supplier<List<String>> command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  /**
   * Asks a question.
   *
   * @return completes in another thread, exceptionally with a {@link BadInputException} that says
   *     why there is no answer; cancelling it tells the child that nobody waits
   */
  public <A> CompletableFuture<A> ask(Question<A> question) {
    return ask(question, patience);
  }

  /**
   * Asks a question that may take another time than most.
   *
   * @param patience how long until the child is held for hanging
   */
  public <A> CompletableFuture<A> ask(Question<A> question, Duration patience) {
    CompletableFuture<A> answer = new CompletableFuture<>();
    long id;
    Child asked;
    synchronized (this) {
      try {
        asked = running();
      } catch (IOException e) {
        LOG.error("The preview process cannot be started", e);
        answer.completeExceptionally(
            new BadInputException(
                "The preview process cannot be started: " + e.getMessage() + ".",
                "Start Pentimento again."));
        return answer;
      }
      id = ++lastId;
      asked.waiting().put(id, new Waiting<>(question.answerType(), answer));
      try {
        Frames.line(asked.questions(), new Asked(id, question));
        asked.questions().flush();
      } catch (IOException e) {
        LOG.debug("The preview process ended", e); // its reader tells all who wait
      }
    }
    var late =
        watch.schedule(
            () -> tooLate(asked, id, patience), patience.toMillis(), TimeUnit.MILLISECONDS);
    answer.whenComplete(
        (a, problem) -> {
          late.cancel(false);
          if (answer.isCancelled() && asked.waiting().remove(id) != null) {
            tell(asked, new GivenUp(id));
          }
        });
    return answer;
  }

  private Child running() throws IOException {
    if (closed) {
      throw new IOException("the window is being closed");
    }
    Child present = child;
    if (present != null && present.process().isAlive()) {
      return present;
    }
    Process process =
        new ProcessBuilder(command.get()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Child started =
        new Child(
            process,
            new BufferedOutputStream(process.getOutputStream()),
            new ConcurrentHashMap<>());
    child = started;
    Thread reader = new Thread(() -> listen(started), "preview answers");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  private synchronized void tell(Child to, GivenUp line) {
    try {
      Frames.line(to.questions(), line);
      to.questions().flush();
    } catch (IOException e) {
      LOG.debug("The preview process ended", e);
    }
  }

  private void listen(Child from) {
    String how = "ended";
    try (InputStream answers = new BufferedInputStream(from.process().getInputStream(), 1 << 16)) {
      for (Reply r = Frames.reply(answers); r != null; r = Frames.reply(answers)) {
        Waiting<?> one = from.waiting().remove(r.head().answer());
        if (one != null) {
          one.take(r);
        }
      }
    } catch (IOException e) {
      LOG.warn("The preview process said something that is no answer", e);
      how = "said something that is no answer";
    }
    from.process().destroyForcibly();
    end(from, how);
  }

  private static void tooLate(Child asked, long id, Duration patience) {
    if (asked.waiting().containsKey(id)) {
      LOG.warn("A preview takes more than {} s; its process is ended", patience.toSeconds());
      asked.process().destroyForcibly();
    }
  }

  private void end(Child ended, String how) {
    List<Waiting<?>> unanswered;
    synchronized (this) {
      // From now on nobody asks it, though it may count as alive for some moments yet.
      if (child == ended) {
        child = null;
      }
      unanswered = List.copyOf(ended.waiting().values());
      ended.waiting().clear();
    }
    for (Waiting<?> one : unanswered) {
      one.fail(
          "The preview process " + how + " before it had answered.",
          "It is started again with the next change; if it ends again, an extension is"
              + " probably at fault: see Help > Error Log.");
    }
  }

  /** The id of the child process, for whoever wants to know; -1 while there is none. */
  public synchronized long pid() {
    return child != null && child.process().isAlive() ? child.process().pid() : -1;
  }

  @Override
  public synchronized void close() {
    closed = true;
    watch.shutdownNow();
    if (child != null) {
      child.process().destroy();
    }
  }
}
