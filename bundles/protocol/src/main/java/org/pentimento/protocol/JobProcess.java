package org.pentimento.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.json.WireJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parent's side of the job protocol: a child process of the same product that carries out one
 * job. Whatever becomes of the child, {@link #await} gives a last event.
 */
public final class JobProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobProcess.class);
  private static final long GRACE_SECONDS = 30;

  /** Characters of an event at most: the result of drawing 100,000 sketches has 16 million. */
  static final int LONGEST_LINE = 16 << 20;

  /** The variable that tells the native libraries of a child how many threads they use. */
  public static final String THREADS = "OMP_NUM_THREADS";

  /** Variables by which whoever starts the parent could have a child use other threads. */
  private static final Set<String> OTHER_THREADS =
      Set.of(
          "OMP_THREAD_LIMIT",
          "OPENBLAS_NUM_THREADS",
          "GOTO_NUM_THREADS",
          "MKL_NUM_THREADS",
          "SD_MAX_THREADS",
          "SD_MASTER_THREADS");

  /** What can be done about a job that ended early. */
  static final String RESUME =
      "What was finished is kept: start the same again and it goes on from there.";

  private final @Nullable Again again;
  private volatile Process process;
  private volatile Writer input;
  private volatile boolean cancelled;
  private volatile boolean forced;

  private JobProcess(Process process, Writer input, @Nullable Again again) {
    this.process = process;
    this.input = input;
    this.again = again;
  }

  /** How the job is started again without a call of an extension. */
  private record Again(ProcessBuilder builder, Job job, RefusedCalls refused, Path calls) {}

  /**
   * Starts a job.
   *
   * @param command starts the product as a job server
   * @param threads for the native libraries of the child
   */
  public static JobProcess start(List<String> command, Job job, int threads) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    threads(builder.environment(), threads);
    Path calls = Files.createTempFile("pentimento-calls", "");
    CallsFile.tell(builder.environment(), calls);
    Process process = builder.start();
    return new JobProcess(
        process, given(process, job), new Again(builder, job, new RefusedCalls(), calls));
  }

  /** Gives a process its job; gives its further input. */
  private static Writer given(Process process, Job job) {
    Writer input = process.outputWriter(StandardCharsets.UTF_8);
    try {
      input.write(WireJson.line(job));
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      LOG.warn("A job's process ended before it had read its job", e); // await tells how
    }
    return input;
  }

  /**
   * Carries out a job of which the end alone is of interest, and which may crash or hang.
   *
   * @param command starts the product as a job server
   * @param patience after which the process is ended
   * @return the last event
   */
  public static JobEvent attempt(List<String> command, Job job, Duration patience)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    threads(builder.environment(), 1);
    Process process = builder.start();
    AtomicBoolean late = new AtomicBoolean();
    Thread alarm = new Thread(() -> endAfter(process, patience, late), "job time limit");
    alarm.setDaemon(true);
    alarm.start();
    try (JobProcess attempted = new JobProcess(process, given(process, job), null)) {
      JobEvent last = attempted.await(event -> {});
      return late.get()
          ? new JobEvent.Failed(
              JobEvent.Cause.FAULT,
              "There was no answer within " + patience.toSeconds() + " seconds.",
              "Try again when the machine is less busy.")
          : last;
    } finally {
      alarm.interrupt();
      process.destroyForcibly();
    }
  }

  private static void endAfter(Process process, Duration patience, AtomicBoolean late) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      return; // it ended in time
    }
  }

  /**
   * Tells the native libraries of a child how many threads to use, neither more nor fewer: it may
   * be more than there are processors, as results are the same to the bit only for one number.
   */
  static void threads(Map<String, String> environment, int threads) {
    environment.put(THREADS, Integer.toString(threads));
    environment.put("OMP_DYNAMIC", "FALSE");
    environment.keySet().removeAll(OTHER_THREADS);
    // Threads that wait by spinning take the cores from each other: small networks run several
    // times faster this way.
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    environment.put("GOMP_SPINCOUNT", "0");
    // Counts GPUs as the driver lists them, not by their speed.
    environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
  }

  /**
   * Passes on events until the job ends; returns the last one, which is passed on too. A job whose
   * process a call of an extension made useless is started again without that call.
   */
  public JobEvent await(Consumer<JobEvent> events) {
    while (true) {
      JobEvent last = awaitProcess(events);
      JobEvent.Call refused = last instanceof JobEvent.Failed failed ? failed.without() : null;
      if (refused == null || !startAgain(refused, events)) {
        events.accept(last);
        return last;
      }
    }
  }

  private boolean startAgain(JobEvent.Call call, Consumer<JobEvent> events) {
    if (again == null || cancelled || !again.refused().add(call)) {
      return false;
    }
    try {
      again.refused().tell(again.builder().environment());
      Process next = again.builder().start();
      input = given(next, again.job());
      process = next;
    } catch (IOException e) {
      LOG.warn("A job cannot be started again", e);
      return false;
    }
    events.accept(RefusedCalls.note(call));
    return true;
  }

  /** Passes on all events of the process but the last one. */
  private JobEvent awaitProcess(Consumer<JobEvent> events) {
    JobEvent last = null;
    UnexpectedOutput unexpected = new UnexpectedOutput();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = line(lines); line != null; line = line(lines)) {
        try {
          JobEvent event = WireJson.read(line, JobEvent.class);
          if (event.endsJob()) {
            last = event;
          } else {
            events.accept(event);
          }
        } catch (JsonProcessingException e) {
          unexpected.add(line);
        }
      }
      int status = process.waitFor();
      if (last != null) {
        return last;
      }
      // A Ctrl-C reaches the child too, which may not have come so far as to pass it over.
      if (cancelled && !forced) {
        return new JobEvent.Cancelled();
      }
      return CallsFile.lastCall(again == null || forced ? null : again.calls(), status)
          .orElseGet(() -> ended(status, unexpected));
    } catch (IOException e) {
      return new JobEvent.Failed(
          JobEvent.Cause.FAULT,
          "The job cannot be heard any more: " + e.getMessage() + ".",
          RESUME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel();
      return new JobEvent.Cancelled();
    }
  }

  /** The next line, cut off where it is longer than any event; null at the end. */
  private static @Nullable String line(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = lines.read();
    if (next < 0) {
      return null;
    }
    for (; next >= 0 && next != '\n'; next = lines.read()) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  static JobEvent.Failed ended(int status, UnexpectedOutput unexpected) {
    String how =
        status > 128 ? "was ended by signal " + (status - 128) : "ended with status " + status;
    return new JobEvent.Failed(
        JobEvent.Cause.FAULT,
        "The job's process " + how + " before it was done." + unexpected.words(),
        RESUME);
  }

  /**
   * Asks the job to end; it puts its files in order first. A job that does not listen is ended
   * after half a minute.
   */
  public void cancel() {
    cancelled = true;
    try {
      input.write(JobServer.CANCEL);
      input.write('\n');
      input.flush();
    } catch (IOException e) {
      LOG.debug("The job is gone already", e);
    }
    enforce();
  }

  /**
   * Lets the job end as interrupted, because this process is to end and nobody asked the job to.
   * One that does not listen is ended after half a minute.
   */
  public void leave() {
    cancelled = true;
    try {
      input.close();
    } catch (IOException e) {
      LOG.debug("The job is gone already", e);
    }
    enforce();
  }

  private void enforce() {
    Thread reaper =
        new Thread(
            () -> {
              try {
                if (process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                  return;
                }
              } catch (InterruptedException e) {
                LOG.debug("A cancelled job is not waited for any longer", e);
              }
              forced = true;
              process.destroyForcibly();
            },
            "job reaper");
    reaper.setDaemon(true);
    reaper.start();
  }

  @Override
  public void close() {
    process.destroy();
    if (again != null) {
      try {
        Files.deleteIfExists(again.calls());
      } catch (IOException e) {
        LOG.debug("A temporary file stays", e);
      }
    }
  }
}
