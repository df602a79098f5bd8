package org.pentimento.jobs.preview.data;

import java.util.concurrent.atomic.AtomicBoolean;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.question.DatasetQuestion.ListingState;

/** Remembers how far some work is, for whoever asks. */
final class ListingProgress implements Progress {
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private ListingState state = new ListingState(false, "", 0, 0);

  synchronized ListingState state() {
    return state;
  }

  void cancel() {
    cancelled.set(true);
  }

  @Override
  public synchronized void begin(String task, long total) {
    state = new ListingState(false, task, 0, total);
  }

  @Override
  public synchronized void advance(long units) {
    state = new ListingState(false, state.task(), state.done() + units, state.total());
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
