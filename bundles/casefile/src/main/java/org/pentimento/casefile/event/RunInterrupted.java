package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A run was ended by nobody's wish: its process, or the one that started it, was killed or crashed.
 * Recorded by the run itself if it lives on, else when the case is opened for writing again.
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
