package org.pentimento.workbench.inspection.contents;

import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;

/**
 * Reads in the background and shows in the display's thread what was read, unless something else
 * was asked for since. To be used in the display's thread.
 */
public final class BackgroundReading {
  private final Control control;
  private int requests;
  private @Nullable Job latest;

  /**
   * Reads nothing yet.
   *
   * @param control nothing is shown any more once it is gone
   */
  public BackgroundReading(Control control) {
    this.control = control;
  }

  /**
   * Reads.
   *
   * @param name of the job
   * @param pauseMs to wait, in case that something else is asked for at once, as while a person
   *     goes through a list
   * @param reading what to read; gives what shows it, which is run in the display's thread
   */
  public void read(String name, long pauseMs, Supplier<Runnable> reading) {
    int mine = ++requests;
    if (latest != null) {
      latest.cancel();
    }
    Display display = control.getDisplay();
    Job job =
        new Job(name) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            Runnable then = reading.get();
            if (!display.isDisposed()) {
              display.asyncExec(
                  () -> {
                    if (mine == requests && !control.isDisposed()) {
                      then.run();
                    }
                  });
            }
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    job.setSystem(true);
    latest = job;
    job.schedule(pauseMs);
  }
}
