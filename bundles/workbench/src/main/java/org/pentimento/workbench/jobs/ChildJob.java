package org.pentimento.workbench.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.job.JobEvent;
import org.pentimento.audit.job.JobProcess;

/** A job in a process of its own, shown in the Progress view, where it can be cancelled too. */
public final class ChildJob extends Job {
  /** What all of them belong to. */
  public static final Object FAMILY = ChildJob.class;

  private static final String BUNDLE = "org.pentimento.workbench";

  private final List<String> command;
  private final org.pentimento.audit.job.Job order;
  private final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable JobProcess process;

  ChildJob(String name, List<String> command, org.pentimento.audit.job.Job order) {
    super(name);
    this.command = command;
    this.order = order;
    setUser(true);
    setPriority(LONG);
  }

  /** What it was asked to do. */
  public org.pentimento.audit.job.Job order() {
    return order;
  }

  /** Calls a listener in the job's thread with each event from now on, the last one included. */
  public void addListener(Consumer<JobEvent> listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Consumer<JobEvent> listener) {
    listeners.remove(listener);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
    try (JobProcess started = JobProcess.start(command, order, ChildSettings.current().threads())) {
      synchronized (this) {
        process = started;
      }
      if (monitor.isCanceled()) {
        started.cancel();
      }
      return status(
          started.await(
              event -> {
                show(event, monitor);
                listeners.forEach(listener -> listener.accept(event));
              }));
    } catch (IOException e) {
      return new Status(
          IStatus.ERROR, BUNDLE, "The job's process cannot be started: " + e.getMessage(), e);
    } finally {
      synchronized (this) {
        process = null;
      }
      monitor.done();
    }
  }

  private static void show(JobEvent event, IProgressMonitor monitor) {
    if (event instanceof JobEvent.Progress progress) {
      monitor.subTask(words(progress));
    } else if (event instanceof JobEvent.Note note) {
      monitor.subTask(note.message());
    }
  }

  static String words(JobEvent.Progress progress) {
    String rate =
        progress.perSecond() > 0
            ? String.format(Locale.ROOT, ", %.1f per second", progress.perSecond())
            : "";
    String of = progress.total() > 0 ? " of " + progress.total() : "";
    return progress.task() + ": " + progress.done() + of + rate;
  }

  private static IStatus status(JobEvent last) {
    if (last instanceof JobEvent.Failed failed) {
      return new Status(IStatus.ERROR, BUNDLE, failed.message() + "\n\n" + failed.remedy());
    }
    return last instanceof JobEvent.Cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
  }

  /** Asks the process to end; it puts its files in order, so the job ends a moment later. */
  @Override
  protected synchronized void canceling() {
    if (process != null) {
      process.cancel();
    }
  }
}
