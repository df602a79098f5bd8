package org.pentimento.protocol.preview;

import java.util.concurrent.atomic.AtomicBoolean;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * Says nothing, and ends the work once nobody waits for the answer.
 *
 * @param givenUp set when the other side no longer wants to know
 */
record AbandonedCheck(AtomicBoolean givenUp) implements Progress {
  @Override
  public void begin(String task, long total) {}

  @Override
  public void advance(long units) {}

  @Override
  public void note(String message) {}

  @Override
  public void checkCancelled() throws CancelledException {
    if (givenUp.get() || Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }
}
