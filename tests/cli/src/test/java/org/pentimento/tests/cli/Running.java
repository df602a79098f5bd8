package org.pentimento.tests.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that was started.
 *
 * @param process the launcher's
 * @param out file of its standard output
 * @param err file of its standard error
 */
record Running(Process process, Path out, Path err) {
  private static final long PATIENCE_SECONDS = 240;

  /** Waits until it has said something on standard error. */
  void awaitSaid(String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.readString(err).contains(text)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw end("never said '" + text + "'");
      }
      Thread.sleep(20);
    }
  }

  /** What Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** Sends the command a signal. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Kills the process that carries out its job. */
  void killJob() {
    process.children().forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills the command, and waits until the process that carries out its job has ended too. */
  void kill() throws Exception {
    List<ProcessHandle> jobs = process.descendants().toList();
    process.destroyForcibly();
    for (ProcessHandle job : jobs) {
      job.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Waits for the end. */
  Ended await() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw end("did not end");
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private AssertionError end(String what) throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    return new AssertionError(
        "The command " + what + ":\n" + Files.readString(out) + Files.readString(err));
  }
}
