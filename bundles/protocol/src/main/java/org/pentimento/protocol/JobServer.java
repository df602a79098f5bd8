package org.pentimento.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pentimento.protocol.json.WireJson;

/**
 * The child's side of the job protocol: one job comes in, events go out, and a line or the end of
 * the input asks to stop.
 */
public final class JobServer {
  /** The line that asks a job to end. */
  static final String CANCEL = "{\"cancel\":true}";

  private static final long POLL_MS = 200;

  private final JobRunner runner;

  /**
   * Makes a server.
   *
   * @param runner carries the job out
   */
  public JobServer(JobRunner runner) {
    this.runner = runner;
  }

  /**
   * Serves one job.
   *
   * @param in the job as its first line; after that {@code {"cancel":true}} ends the job early, and
   *     so does the end of the stream, which is recorded as an interruption
   * @param out one event a line
   * @return 0 done, 3 bad input, 4 cancelled, 5 our fault
   */
  public int serve(InputStream in, OutputStream out) throws IOException {
    return serve(in, out, JobServer::waitForCancel);
  }

  /**
   * Serves one job that outlives whoever started it; see {@link DetachedJob}.
   *
   * @param in the job as its only line; its end means nothing
   * @param out one event a line
   * @param folder in which a file {@code cancel} ends the job early
   * @return as {@link #serve(InputStream, OutputStream)}
   */
  public int serveDetached(InputStream in, OutputStream out, Path folder) throws IOException {
    Path cancel = folder.resolve(DetachedJob.CANCEL);
    return serve(in, out, (reader, signal) -> waitFor(cancel, signal));
  }

  private interface Stop {
    void await(BufferedReader reader, StopSignal signal);
  }

  private int serve(InputStream in, OutputStream out, Stop stop) throws IOException {
    PrintStream lines = new PrintStream(out, true, StandardCharsets.UTF_8);
    Consumer<JobEvent> events =
        event -> {
          synchronized (lines) {
            lines.println(WireJson.line(event));
          }
        };
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String first = reader.readLine();
    Job job;
    try {
      job = WireJson.read(first == null ? "" : first, Job.class);
    } catch (IOException e) {
      events.accept(
          new JobEvent.Failed(
              JobEvent.Cause.INPUT,
              "The job cannot be read: " + e.getMessage(),
              "Send one JSON object a line."));
      return 3;
    }
    StopSignal signal = new StopSignal();
    Thread listener = new Thread(() -> stop.await(reader, signal), "job input");
    listener.setDaemon(true);
    listener.start();
    return runner.run(job, events, signal).exitStatus();
  }

  private static void waitForCancel(BufferedReader reader, StopSignal signal) {
    try {
      String line = reader.readLine();
      while (line != null && !line.equals(CANCEL)) {
        line = reader.readLine();
      }
      if (line != null) {
        signal.ask();
      }
    } catch (IOException e) {
      // The other side is gone.
    }
    signal.leave();
  }

  private static void waitFor(Path file, StopSignal signal) {
    try {
      while (!Files.exists(file)) {
        TimeUnit.MILLISECONDS.sleep(POLL_MS);
      }
      signal.ask();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
