package org.pentimento.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.pentimento.audit.job.ChildMemory;
import org.pentimento.audit.job.Job;
import org.pentimento.audit.job.JobEvent;
import org.pentimento.audit.job.JobProcess;
import org.pentimento.audit.job.JobRunner;
import org.pentimento.audit.job.JobServer;
import org.pentimento.platform.Platform;

/** Starts jobs for commands and shows how they go. */
final class Jobs {
  /** Percent of the machine's memory for a job that is waited for. */
  private static final int MEMORY = 75;

  private final Console console;
  private final JobRunner runner;
  private final Platform platform;
  private final List<String> command;

  Jobs(Console console, JobRunner runner, Platform platform, List<String> command) {
    this.platform = platform;
    this.console = console;
    this.runner = runner;
    this.command = command;
  }

  /** Carries out a job in this process; for work without native code. */
  int here(Job job, Consumer<JsonNode> done) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Interrupts.ask(() -> cancelled.set(true));
    ProgressLine line = new ProgressLine(console);
    return end(runner.run(job, line::show, cancelled), line, done);
  }

  /** Carries out a job in a process of its own. */
  int apart(Job job, int threads, Consumer<JsonNode> done) {
    ProgressLine line = new ProgressLine(console);
    List<String> limited = new ChildMemory(platform.memory(), MEMORY).limit(command);
    try (JobProcess process = JobProcess.start(limited, job, threads)) {
      Interrupts.ask(
          () -> {
            line.clear();
            console.err().println("Cancelling; what is finished is kept …");
            process.cancel();
          });
      return end(process.await(line::show), line, done);
    } catch (IOException e) {
      console.error(
          "The job's process cannot be started: " + e.getMessage(),
          "Check memory and the Java runtime.");
      return ExitStatus.OUR_FAULT;
    }
  }

  private int end(JobEvent last, ProgressLine line, Consumer<JsonNode> done) {
    line.clear();
    if (last instanceof JobEvent.Done d) {
      done.accept(d.result());
    } else if (last instanceof JobEvent.Failed f) {
      console.error(f.message(), f.remedy());
    } else if (last instanceof JobEvent.Cancelled) {
      console
          .err()
          .println("Cancelled. What was finished is kept; the same command goes on from there.");
    }
    return JobServer.exitStatus(last);
  }
}
