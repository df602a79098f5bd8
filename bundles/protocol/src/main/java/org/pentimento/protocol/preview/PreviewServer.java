package org.pentimento.protocol.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.protocol.preview.Frames.GivenUp;
import org.pentimento.protocol.preview.Frames.Problem;
import org.pentimento.protocol.question.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child's side of the preview protocol: answers questions, several at a time, until its input
 * ends or says that nobody waits for an answer any more.
 */
public final class PreviewServer {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewServer.class);
  private static final int THREADS = 2;
  private static final int PATIENCE_S = 5;
  private static final String SAME_VERSION = "Use the same version on both sides.";

  private final Supplier<? extends Collection<Answerer<?, ?>>> answerers;

  /**
   * Makes a server.
   *
   * @param answerers those that there are at the moment, asked for at each question
   */
  public PreviewServer(Supplier<? extends Collection<Answerer<?, ?>>> answerers) {
    this.answerers = answerers;
  }

  /**
   * Answers until the input ends or the output is closed. What is being answered then is given up
   * and waited for, because the framework that its code comes from ends next.
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    InputStream questions = new BufferedInputStream(in);
    OutputStream answers = new BufferedOutputStream(out, 1 << 16);
    Map<Long, AtomicBoolean> waiting = new ConcurrentHashMap<>();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "preview");
              thread.setDaemon(true);
              // What does not give up in time fails for want of its classes; nobody waits for it.
              thread.setUncaughtExceptionHandler((t, e) -> LOG.debug("An answer failed", e));
              return thread;
            });
    try {
      for (JsonNode q = Frames.line(questions); q != null; q = Frames.line(questions)) {
        JsonNode line = q;
        if (line.has("cancel")) {
          AtomicBoolean given = waiting.get(WireJson.read(line, GivenUp.class).cancel());
          if (given != null) {
            given.set(true);
          }
          continue;
        }
        long id = line.path("id").asLong();
        AtomicBoolean givenUp = new AtomicBoolean();
        waiting.put(id, givenUp);
        threads.execute(
            () -> {
              Object reply = reply(line.path("question"), new AbandonedCheck(givenUp));
              waiting.remove(id);
              write(answers, id, reply);
            });
      }
    } finally {
      waiting.values().forEach(given -> given.set(true));
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private static void awaitEnd(ExecutorService threads) {
    try {
      if (!threads.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
        LOG.warn("A question that nobody waits for is still being answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream answers, long id, Object reply) {
    synchronized (answers) {
      try {
        if (reply instanceof Problem problem) {
          Frames.write(answers, id, problem);
        } else {
          Frames.write(answers, id, reply);
        }
      } catch (JsonProcessingException e) { // before anything was written
        LOG.error("An answer cannot be written", e);
        write(answers, id, new Problem("The answer cannot be sent.", "Details are in the log."));
      } catch (IOException e) {
        LOG.debug("Nobody listens any more", e);
      }
    }
  }

  /** The answer, or the problem why there is none. */
  private Object reply(JsonNode line, Progress progress) {
    Question<?> question;
    try {
      question = WireJson.read(line, Question.class);
    } catch (JsonProcessingException e) {
      LOG.warn("A question cannot be read", e);
      return notUnderstood(line);
    }
    try {
      progress.checkCancelled();
      for (Answerer<?, ?> answerer : answerers.get()) {
        if (answerer.question().isInstance(question)) {
          return answer(answerer, question, progress);
        }
      }
      return notUnderstood(line);
    } catch (CancelledException e) {
      return new Problem("Nobody waits for this any more.", "");
    } catch (BadInputException e) {
      return new Problem(String.valueOf(e.getMessage()), e.remedy());
    } catch (IOException e) {
      LOG.warn("A question could not be answered", e);
      return new Problem(
          "Reading failed: " + e.getMessage() + ".", "Check the file and try again.");
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      LOG.error("A question could not be answered", e);
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Problem("The preview failed: " + why + ".", "Details are in the log.");
    }
  }

  private static Problem notUnderstood(JsonNode line) {
    return new Problem(
        "Nobody answers questions of kind '" + line.path("ask").asText() + "'.", SAME_VERSION);
  }

  private static <Q extends Question<A>, A> Object answer(
      Answerer<Q, A> answerer, Question<?> question, Progress progress)
      throws IOException, CancelledException {
    return answerer.answer(answerer.question().cast(question), progress);
  }
}
