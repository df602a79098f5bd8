package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A person ended a run.
 *
 * @param run id of the run
 */
public record RunCancelled(String run) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "run-cancelled";

  /** Refuses null. */
  public RunCancelled {
    requireNonNull(run, "run");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public RunRecord.State state() {
    return RunRecord.State.CANCELLED;
  }
}
