package org.pentimento.jobs.preview.data;

import java.util.concurrent.atomic.AtomicBoolean;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/** Remembers how far some work is, for whoever asks. */
final class ListingProgress implements Progress {
  /** How far it is; a total of 0 is unknown. */
  record State(String task, long done, long total) {}

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private State state = new State("", 0, 0);

  synchronized State state() {
    return state;
  }

  void cancel() {
    cancelled.set(true);
  }

  @Override
  public synchronized void begin(String task, long total) {
    state = new State(task, 0, total);
  }

  @Override
  public synchronized void advance(long units) {
    state = new State(state.task(), state.done() + units, state.total());
  }

  @Override
  public void note(String message) {
    // Nobody reads along.
  }

  @Override
  public void checkCancelled() throws CancelledException {
    if (cancelled.get()) {
      throw new CancelledException();
    }
  }
}
