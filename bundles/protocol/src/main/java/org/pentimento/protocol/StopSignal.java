package org.pentimento.protocol;

/**
 * Whether a job shall end early, and why. Given by one thread and looked at by another; the first
 * reason counts.
 */
public final class StopSignal {
  private enum Reason {
    NONE,
    ASKED,
    LEFT
  }

  private Reason reason = Reason.NONE;

  /** Somebody asked the job to end. */
  public void ask() {
    give(Reason.ASKED);
  }

  /** Whoever started the job is gone without a word: was killed, or crashed. */
  public void leave() {
    give(Reason.LEFT);
  }

  private synchronized void give(Reason given) {
    if (reason == Reason.NONE) {
      reason = given;
    }
  }

  /** Whether the job shall end. */
  public synchronized boolean isGiven() {
    return reason != Reason.NONE;
  }

  /** Whether the job ends because whoever started it is gone. */
  public synchronized boolean isLeft() {
    return reason == Reason.LEFT;
  }
}
