package org.pentimento.workbench.integrity;

import org.eclipse.core.runtime.IProgressMonitor;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/** Shows the progress of work in the window's Progress view, where it can be cancelled. */
final class MonitoredProgress implements Progress {
  private final IProgressMonitor monitor;
  private boolean begun;

  MonitoredProgress(IProgressMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public synchronized void begin(String task, long total) {
    if (!begun) {
      monitor.beginTask(task, IProgressMonitor.UNKNOWN);
      begun = true;
    }
    monitor.subTask(task);
  }

  @Override
  public void advance(long units) {
    monitor.worked((int) Math.min(units, Integer.MAX_VALUE));
  }

  @Override
  public void note(String message) {
    monitor.subTask(message);
  }

  @Override
  public void checkCancelled() throws CancelledException {
    if (monitor.isCanceled()) {
      throw new CancelledException();
    }
  }
}
