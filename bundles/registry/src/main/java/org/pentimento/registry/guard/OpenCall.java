package org.pentimento.registry.guard;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call of an extension that has not returned yet. */
final class OpenCall {
  private static final Logger LOG = LoggerFactory.getLogger(OpenCall.class);

  /** What made a call end. */
  enum End {
    /** It did what it was asked to. */
    ITSELF,
    /** It was interrupted because it took too long. */
    LATE,
    /** It was interrupted because the work was cancelled. */
    CANCELLED
  }

  private final Called called;
  private final String subject;
  private final Thread thread = Thread.currentThread();
  private final Duration limit;
  private final boolean heedsCancel;
  private final Runnable noted;
  private volatile long alive = System.nanoTime();
  private long interruptedAt;
  private End end = End.ITSELF;
  private boolean told;
  private boolean over;

  /**
   * Opens a call in this thread.
   *
   * @param limit how long it may show no sign of life
   * @param heedsCancel whether it is trusted to end by itself when the work is cancelled
   * @param noted notes that it ended
   */
  OpenCall(Called called, String subject, Duration limit, boolean heedsCancel, Runnable noted) {
    this.called = called;
    this.subject = subject;
    this.limit = limit;
    this.heedsCancel = heedsCancel;
    this.noted = noted;
  }

  Called called() {
    return called;
  }

  Thread thread() {
    return thread;
  }

  Runnable noted() {
    return noted;
  }

  boolean heedsCancel() {
    return heedsCancel;
  }

  /** It gave a sign of life. */
  void heard() {
    alive = System.nanoTime();
  }

  boolean isLate(long now) {
    return now - alive > limit.toNanos();
  }

  /**
   * Interrupts its thread, once.
   *
   * @param because whether it took too long or the work is cancelled
   */
  synchronized void interrupt(long now, End because) {
    if (end == End.ITSELF && !over) {
      end = because;
      interruptedAt = now;
      thread.interrupt();
    }
  }

  /** Whether it goes on although it was interrupted; true once only. */
  synchronized boolean isStuck(long now, Duration grace) {
    boolean stuck = !over && end != End.ITSELF && !told && now - interruptedAt > grace.toNanos();
    told |= stuck;
    return stuck;
  }

  /** It returned. Its thread forgets that it was interrupted. */
  synchronized End end() {
    over = true;
    if (end != End.ITSELF && !Thread.interrupted()) {
      LOG.debug("{} took the interruption for itself", called);
    }
    return end;
  }

  /** Why it was given up. */
  ExtensionFailedException late() {
    return new ExtensionFailedException(called, subject, "it gave no answer within " + words());
  }

  private String words() {
    return limit.toMinutes() >= 2
        ? limit.toMinutes() + " min"
        : limit.toMillis() >= 1000 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
