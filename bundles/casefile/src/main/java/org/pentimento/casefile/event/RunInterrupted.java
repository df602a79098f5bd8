package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * The process of a run had ended without a word. Recorded when the case is opened for writing
 * again.
 *
 * @param run id of the run
 */
public record RunInterrupted(String run) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "run-interrupted";

  /** Refuses null. */
  public RunInterrupted {
    requireNonNull(run, "run");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public RunRecord.State state() {
    return RunRecord.State.INTERRUPTED;
  }
}
