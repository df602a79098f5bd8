package org.pentimento.workbench.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.job.JobEvent;
import org.pentimento.audit.job.JobProcess;

/** An audit in a process of its own, shown in the Progress view, where it can be cancelled too. */
public final class AuditJob extends Job {
  /** What all audits belong to. */
  public static final Object FAMILY = AuditJob.class;

  private static final String BUNDLE = "org.pentimento.workbench";

  private final List<String> command;
  private final org.pentimento.audit.job.Job.Run order;
  private final Consumer<Path> ended;
  private @Nullable JobProcess process;

  /**
   * An audit.
   *
   * @param command starts the product as a job server
   * @param order what to do
   * @param ended told the case's folder when something may have changed in it
   */
  AuditJob(List<String> command, org.pentimento.audit.job.Job.Run order, Consumer<Path> ended) {
    super("Audit " + order.source());
    this.command = command;
    this.order = order;
    this.ended = ended;
    setUser(true);
    setPriority(LONG);
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(order.source(), IProgressMonitor.UNKNOWN);
    try (JobProcess started = JobProcess.start(command, order, threads())) {
      synchronized (this) {
        process = started;
      }
      if (monitor.isCanceled()) {
        started.cancel();
      }
      return status(started.await(event -> show(event, monitor)));
    } catch (IOException e) {
      return new Status(
          IStatus.ERROR, BUNDLE, "The audit's process cannot be started: " + e.getMessage(), e);
    } finally {
      synchronized (this) {
        process = null;
      }
      monitor.done();
      ended.accept(Path.of(order.caseFolder()));
    }
  }

  /** Leaves a core to the window. */
  private static int threads() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
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
