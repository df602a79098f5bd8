package org.pentimento.casefile.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run, as the custody log tells of it.
 *
 * @param id of the run
 * @param kind what it does
 * @param name of its plan, or as a person named it
 * @param plan SHA-256 of the blob with what was asked for
 * @param state how far it got
 * @param started when it was started first
 * @param ended when it finished, failed, was cancelled or found interrupted; null before
 * @param result SHA-256 of the blob with its result, or empty
 * @param message why it failed, or empty
 */
public record RunRecord(
    String id,
    RunKind kind,
    String name,
    String plan,
    State state,
    Instant started,
    @Nullable Instant ended,
    String result,
    String message) {

  /** How far a run got. */
  public enum State {
    /** At work; or killed, and the case was not opened for writing since. */
    STARTED,
    /** Has a result. */
    FINISHED,
    /** Ended by a person. */
    CANCELLED,
    /** Ended by an error. */
    FAILED,
    /** Its process ended without a word. */
    INTERRUPTED
  }
}
