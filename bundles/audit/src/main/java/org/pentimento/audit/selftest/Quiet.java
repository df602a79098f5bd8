package org.pentimento.audit.selftest;

import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * Passes on nothing but whether it is cancelled: what a trial does within is not told.
 *
 * @param progress of the whole self-test
 */
public record Quiet(Progress progress) implements Progress {
  @Override
  public void begin(String task, long total) {}

  @Override
  public void advance(long units) {}

  @Override
  public void note(String message) {}

  @Override
  public void checkCancelled() throws CancelledException {
    progress.checkCancelled();
  }
}
