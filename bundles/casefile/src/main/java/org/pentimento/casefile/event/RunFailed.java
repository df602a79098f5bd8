package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * An error ended a run.
 *
 * @param run id of the run
 * @param message what went wrong, for a person
 */
public record RunFailed(String run, String message) implements RunEvent.End {
  /** The name of the event in the log. */
  public static final String ACTION = "run-failed";

  /** Refuses null. */
  public RunFailed {
    requireNonNull(run, "run");
    requireNonNull(message, "message");
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public RunRecord.State state() {
    return RunRecord.State.FAILED;
  }
}
