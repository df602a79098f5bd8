package org.pentimento.cli.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.pentimento.api.BadInputException;

/**
 * Where commands write: results on standard output, everything else on standard error.
 *
 * @param out results
 * @param err progress, notes, errors
 * @param terminal whether standard error is a terminal, on which a bar can be drawn
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
  /** Writes to the standard streams of this process. */
  public static Console ofProcess() {
    return new Console(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        "1".equals(System.getenv("PENTIMENTO_TERMINAL")));
  }

  /**
   * Says what went wrong.
   *
   * @param remedy what can be done about it; empty if nothing is known
   */
  public void error(String message, String remedy) {
    err.println("Error: " + message);
    if (!remedy.isEmpty()) {
      err.println("       " + remedy);
    }
  }

  /** Says what was wrong with something given; returns the exit status for it. */
  public int badInput(BadInputException e) {
    error(String.valueOf(e.getMessage()), e.remedy());
    return ExitStatus.BAD_INPUT;
  }

  /** {@link #out} as a writer. */
  public PrintWriter outWriter() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** {@link #err} as a writer. */
  public PrintWriter errWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
