package org.pentimento.protocol.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.preview.Frames.Problem;
import org.pentimento.protocol.preview.Frames.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child's side of the preview protocol: answers questions, several at a time, until its input
 * ends. {@code {"cancel": ID}} says that nobody waits for an answer any more.
 */
public final class PreviewServer {
  private static final Logger LOG = LoggerFactory.getLogger(PreviewServer.class);
  private static final int THREADS = 2;

  private final Supplier<List<Answerer>> answerers;

  /**
   * Makes a server.
   *
   * @param answerers those that there are at the moment, asked for at each question
   */
  public PreviewServer(Supplier<List<Answerer>> answerers) {
    this.answerers = answerers;
  }

  /** Answers until the input ends or the output is closed. */
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
              return thread;
            });
    try {
      for (JsonNode q = Frames.line(questions); q != null; q = Frames.line(questions)) {
        JsonNode question = q;
        if (question.has("cancel")) {
          AtomicBoolean given = waiting.get(question.get("cancel").asLong());
          if (given != null) {
            given.set(true);
          }
          continue;
        }
        long id = question.path("id").asLong();
        AtomicBoolean givenUp = new AtomicBoolean();
        waiting.put(id, givenUp);
        threads.execute(
            () -> {
              Reply reply = reply(id, question, givenUp);
              waiting.remove(id);
              synchronized (answers) {
                try {
                  Frames.write(answers, reply);
                } catch (IOException e) {
                  LOG.debug("Nobody listens any more", e);
                }
              }
            });
      }
    } finally {
      waiting.values().forEach(given -> given.set(true));
      threads.shutdownNow();
    }
  }

  private Reply reply(long id, JsonNode question, AtomicBoolean givenUp) {
    String kind = question.path("ask").asText();
    Answerer answerer =
        answerers.get().stream().filter(a -> a.kind().equals(kind)).findFirst().orElse(null);
    try {
      if (answerer == null) {
        throw new BadInputException(
            "Nobody answers questions of kind '" + kind + "'.",
            "Use the same version on both sides.");
      }
      Progress progress = new AbandonedCheck(givenUp);
      progress.checkCancelled();
      return new Reply(id, answerer.answer(question, progress), null);
    } catch (CancelledException e) {
      return new Reply(id, null, new Problem("Nobody waits for this any more.", ""));
    } catch (BadInputException e) {
      return new Reply(id, null, new Problem(String.valueOf(e.getMessage()), e.remedy()));
    } catch (IOException e) {
      LOG.warn("A question could not be answered", e);
      return new Reply(
          id,
          null,
          new Problem("Reading failed: " + e.getMessage() + ".", "Check the file and try again."));
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      LOG.error("A question could not be answered", e);
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Reply(
          id, null, new Problem("The preview failed: " + why + ".", "Details are in the log."));
    }
  }
}
