package org.pentimento.jobs;

import java.util.function.Consumer;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.step.LeftAloneException;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.StopSignal;

/** Turns progress into events, a few a second at most. */
final class JobProgress implements Progress {
  private static final long INTERVAL = 200_000_000;

  private final Consumer<JobEvent> events;
  private final StopSignal stop;
  private String task = "";
  private long total;
  private long done;
  private long began;
  private long said;

  JobProgress(Consumer<JobEvent> events, StopSignal stop) {
    this.events = events;
    this.stop = stop;
  }

  @Override
  public synchronized void begin(String newTask, long newTotal) {
    finish();
    task = newTask;
    total = newTotal;
    done = 0;
    began = System.nanoTime();
    say(began);
  }

  @Override
  public synchronized void advance(long units) {
    done += units;
    long now = System.nanoTime();
    if (now - said >= INTERVAL) {
      say(now);
    }
  }

  /** Says how far the last task came. */
  synchronized void finish() {
    if (!task.isEmpty() && done > 0) {
      say(System.nanoTime());
    }
  }

  private void say(long now) {
    said = now;
    double seconds = (now - began) / 1e9;
    events.accept(new JobEvent.Progress(task, done, total, seconds > 0 ? done / seconds : 0));
  }

  @Override
  public void note(String message) {
    events.accept(new JobEvent.Note(message));
  }

  @Override
  public void checkCancelled() throws CancelledException {
    if (stop.isLeft()) {
      throw new LeftAloneException();
    }
    if (stop.isGiven() || Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }
}
