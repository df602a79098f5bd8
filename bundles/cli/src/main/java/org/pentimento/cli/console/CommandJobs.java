package org.pentimento.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.ChildMemory;
import org.pentimento.protocol.DetachedJob;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobProcess;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobRunner;
import org.pentimento.protocol.StopSignal;

/** Starts jobs for commands and shows how they go. */
public final class CommandJobs {
  /** Percent of the machine's memory for a job that is waited for. */
  private static final int MEMORY = 75;

  private final Console console;
  private final JobRunner runner;
  private final Platform platform;
  private final List<String> command;
  private final BooleanSupplier needsExtensions;

  /**
   * Jobs of the commands of this process.
   *
   * @param runner carries out a job in this process
   * @param platform tells how much memory there is
   * @param command starts the product as a job server
   * @param needsExtensions whether there is code of other people that jobs may need, which this
   *     process does not load
   */
  public CommandJobs(
      Console console,
      JobRunner runner,
      Platform platform,
      List<String> command,
      BooleanSupplier needsExtensions) {
    this.needsExtensions = needsExtensions;
    this.platform = platform;
    this.console = console;
    this.runner = runner;
    this.command = command;
  }

  /**
   * Carries out a job in this process, or in one of its own if that may need code of other people;
   * for work without native code.
   *
   * @param type of the result
   * @param done gets the result
   * @return the exit status
   */
  public <R extends JobResult> int here(Job job, Class<R> type, Consumer<R> done) {
    if (needsExtensions.getAsBoolean()) {
      return apart(job, 1, type, done);
    }
    StopSignal stop = new StopSignal();
    Interrupts.ask(stop::ask, stop::leave);
    ProgressLine line = new ProgressLine(console);
    return end(runner.run(job, line::show, stop), line, type, done);
  }

  /**
   * Carries out a job in a process of its own.
   *
   * @param threads of its native libraries
   * @param type of the result
   * @param done gets the result
   * @return the exit status
   */
  public <R extends JobResult> int apart(Job job, int threads, Class<R> type, Consumer<R> done) {
    ProgressLine line = new ProgressLine(console);
    List<String> limited = new ChildMemory(platform.memory(), MEMORY).limit(command);
    try (JobProcess process = JobProcess.start(limited, job, threads)) {
      Interrupts.ask(
          () -> {
            line.clear();
            console.err().println("Cancelling; what is finished is kept …");
            process.cancel();
          },
          process::leave);
      return end(process.await(line::show), line, type, done);
    } catch (IOException e) {
      console.error(
          "The job's process cannot be started: " + e.getMessage(),
          "Check memory and the Java runtime.");
      return ExitStatus.OUR_FAULT;
    }
  }

  /**
   * Carries out a job in a process of its own that goes on when this one is ended or its terminal
   * closed; Ctrl-C still cancels it.
   *
   * @param name for people
   * @param threads of its native libraries
   * @param type of the result
   * @param done gets the result
   * @return the exit status
   */
  public <R extends JobResult> int detached(
      String name, Job job, int threads, Class<R> type, Consumer<R> done) {
    ProgressLine line = new ProgressLine(console);
    List<String> limited = new ChildMemory(platform.memory(), MEMORY).limit(command);
    Path root = platform.cacheFolder().resolve("pentimento").resolve("jobs");
    try {
      forgetEnded(root);
      DetachedJob process =
          DetachedJob.start(platform.inOwnSession(limited), root, name, job, threads);
      Interrupts.ask(
          () -> {
            line.clear();
            console.err().println("Cancelling; what is finished is kept …");
            process.cancel();
          },
          Interrupts::terminate);
      JobEvent last = process.await(line::show, () -> true);
      if (!process.isAlive()) {
        process.forget();
      }
      return end(last == null ? new JobEvent.Cancelled() : last, line, type, done);
    } catch (IOException e) {
      console.error(
          "The job's process cannot be started: " + e.getMessage(),
          "Check memory, the disk and the Java runtime.");
      return ExitStatus.OUR_FAULT;
    }
  }

  /** Nobody was left to forget a job that ended after its terminal. */
  private static void forgetEnded(Path root) throws IOException {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    for (DetachedJob job : DetachedJob.in(root)) {
      if (!job.isAlive() && job.began().isBefore(yesterday)) {
        job.forget();
      }
    }
  }

  private <R extends JobResult> int end(
      JobEvent last, ProgressLine line, Class<R> type, Consumer<R> done) {
    Interrupts.end(); // there is no job any more that could be asked
    line.clear();
    if (last instanceof JobEvent.Done d) {
      done.accept(type.cast(d.result()));
    } else if (last instanceof JobEvent.Failed f) {
      console.error(f.message(), f.remedy());
    } else if (last instanceof JobEvent.Cancelled c) {
      String why = c.why();
      console
          .err()
          .println(
              why == null
                  ? "Cancelled. What was finished is kept; the same command goes on from there."
                  : why);
    }
    return last.exitStatus();
  }
}
