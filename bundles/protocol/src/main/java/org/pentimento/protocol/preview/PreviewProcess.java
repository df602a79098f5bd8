package org.pentimento.protocol.preview;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.pentimento.protocol.preview.Frames.Problem;
import org.pentimento.protocol.preview.Frames.Reply;
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

  private record Child(
      Process process, OutputStream questions, Map<Long, CompletableFuture<Answer>> waiting) {}

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
   * @param kind which {@link Answerer} is meant
   * @param values of the question; must not be changed afterwards
   * @return completes in another thread, exceptionally with a {@link BadInputException} that says
   *     why there is no answer; cancelling it tells the child that nobody waits
   */
  public CompletableFuture<Answer> ask(String kind, ObjectNode values) {
    return ask(kind, values, patience);
  }

  /**
   * Asks a question that may take another time than most.
   *
   * @param patience how long until the child is held for hanging
   */
  public CompletableFuture<Answer> ask(String kind, ObjectNode values, Duration patience) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
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
      asked.waiting().put(id, answer);
      try {
        ObjectNode question = values.deepCopy().put("ask", kind).put("id", id);
        Frames.line(asked.questions(), question);
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
            tell(asked, JsonNodeFactory.instance.objectNode().put("cancel", id));
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

  private synchronized void tell(Child to, ObjectNode line) {
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
        CompletableFuture<Answer> answer = from.waiting().remove(r.id());
        Problem problem = r.problem();
        if (answer == null) {
          continue;
        }
        if (problem != null) {
          answer.completeExceptionally(new BadInputException(problem.message(), problem.remedy()));
        } else {
          answer.complete(r.answer());
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
    List<CompletableFuture<Answer>> unanswered;
    synchronized (this) {
      // From now on nobody asks it, though it may count as alive for some moments yet.
      if (child == ended) {
        child = null;
      }
      unanswered = List.copyOf(ended.waiting().values());
      ended.waiting().clear();
    }
    for (CompletableFuture<Answer> answer : unanswered) {
      answer.completeExceptionally(
          new BadInputException(
              "The preview process " + how + " before it had answered.",
              "It is started again with the next change; if it ends again, an extension is"
                  + " probably at fault: see Help > Error Log."));
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
