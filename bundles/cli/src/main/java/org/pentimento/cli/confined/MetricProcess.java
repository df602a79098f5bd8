package org.pentimento.cli.confined;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pentimento.platform.ConfinedProduct;
import org.pentimento.platform.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The locked-in process with the metrics of one bundle, started when it is first asked, and anew
 * after it ended. One question is answered after another; who waits for an answer and is
 * interrupted ends the process.
 */
final class MetricProcess {
  private static final Logger LOG = LoggerFactory.getLogger(MetricProcess.class);

  private final ConfinedProduct cage;
  private final Path bundle;
  private final List<Path> libraries;
  private final ExecutorService talker;
  private final Thread atTheEnd = new Thread(this::end);
  private volatile @Nullable Running running;
  private int started;

  /**
   * A process that is there.
   *
   * @param place the folder that it may write to
   */
  private record Running(
      Process process, Path place, DataInputStream in, DataOutputStream out, int number) {
    /** Ends it, and takes away what it left. */
    void end() {
      process.destroyForcibly();
      try {
        process.waitFor(2, TimeUnit.SECONDS);
        Folders.delete(place);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("{} cannot be taken away", place, e);
      }
    }
  }

  /**
   * Starts nothing yet.
   *
   * @param bundle to ask
   * @param libraries bundles that it may use
   */
  MetricProcess(ConfinedProduct cage, Path bundle, List<Path> libraries) {
    this.cage = cage;
    this.bundle = bundle;
    this.libraries = libraries;
    this.talker =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "locked in " + bundle.getFileName());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The words of a metric, or of its process, that gave no answer. */
  static final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String words) {
      super(words);
    }
  }

  /** A question and its answer. */
  interface Talk<T> {
    T talk(DataInputStream in, DataOutputStream out, int process) throws IOException;
  }

  /**
   * Asks.
   *
   * @throws NoAnswerException if there was no answer that could be used
   */
  <T> T ask(Talk<T> talk) {
    Future<T> answer = talker.submit(() -> asked(talk));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.cancel(false);
      end();
      throw new NoAnswerException("it was interrupted");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof NoAnswerException no
          ? no
          : new NoAnswerException(MetricWire.words(cause));
    }
  }

  private <T> T asked(Talk<T> talk) throws IOException, InterruptedException {
    Running there = running;
    if (there == null || !there.process.isAlive()) {
      end();
      there = start();
      running = there;
    }
    try {
      return talk.talk(there.in, there.out, there.number);
    } catch (IOException | RuntimeException e) {
      if (e instanceof NoAnswerException) {
        throw e; // said in good order, so that the next question can be asked
      }
      boolean ended = there.process.waitFor(2, TimeUnit.SECONDS);
      int status = ended ? there.process.exitValue() : -1;
      there.end();
      running = null;
      LOG.warn("The locked-in process of {} gave no answer", bundle, e);
      throw new NoAnswerException(
          ended && (e instanceof EOFException || String.valueOf(e.getMessage()).contains("pipe"))
              ? "it ended its locked-in process with status " + status
              : "its locked-in process sent what makes no sense: " + e.getMessage());
    }
  }

  private Running start() throws IOException {
    if (!cage.isPossible()) {
      throw new NoAnswerException("this system cannot lock it in any more");
    }
    Path place = Files.createTempDirectory("locked-in");
    List<Path> readable = new ArrayList<>(libraries);
    readable.add(bundle);
    List<String> arguments = new ArrayList<>(List.of(MetricServer.ARGUMENT, "-"));
    arguments.add(bundle.toString());
    arguments.add("--");
    libraries.forEach(l -> arguments.add(l.toString()));
    Process process =
        cage.process(place, readable, arguments)
            .redirectError(ProcessBuilder.Redirect.to(place.resolve("said").toFile()))
            .start();
    if (started == 0) {
      Runtime.getRuntime().addShutdownHook(atTheEnd);
    }
    return new Running(
        process,
        place,
        new DataInputStream(new BufferedInputStream(process.getInputStream())),
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
        started++);
  }

  /** Ends the process, if there is one. */
  private void end() {
    Running there = running;
    if (there != null) {
      there.end();
    }
  }
}
