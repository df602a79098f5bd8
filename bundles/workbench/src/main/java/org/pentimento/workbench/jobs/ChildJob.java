package org.pentimento.workbench.jobs;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.DetachedJob;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.TimeLeft;
import org.pentimento.verdict.TrainingWords;
import org.pentimento.workbench.look.Icons;

/**
 * A job in a process of its own, shown in the Progress view, where it can be cancelled. The process
 * does not need the window: it goes on when the window is closed, and the next window finds it.
 */
public final class ChildJob extends Job {
  /** The family that all child jobs belong to. */
  public static final Object FAMILY = ChildJob.class;

  private static final String BUNDLE = "org.pentimento.workbench";

  /** Starts or finds the process of a job. */
  interface Source {
    DetachedJob process() throws IOException;
  }

  private final Source source;
  private final org.pentimento.protocol.Job order;
  private final Instant began;
  private final List<Consumer<JobEvent>> listeners = new CopyOnWriteArrayList<>();
  private final History history = new History();
  private final List<Consumer<JobEvent>> late = new ArrayList<>();
  private @Nullable DetachedJob process;
  private boolean begun;
  private boolean ended;
  private volatile boolean left;
  private String whole = "";

  ChildJob(String name, org.pentimento.protocol.Job order, Instant began, Source source) {
    super(name);
    this.began = began;
    this.source = source;
    this.order = order;
    setUser(true);
    setPriority(LONG);
    setProperty(IProgressConstants.ICON_PROPERTY, Icons.RUN.descriptor());
  }

  /** What it was asked to do. */
  public org.pentimento.protocol.Job order() {
    return order;
  }

  /** Whether it should go on when the window is closed. */
  public boolean outlivesWindow() {
    return !(order instanceof org.pentimento.protocol.Job.Estimate
        || order instanceof org.pentimento.protocol.Job.Draw);
  }

  /** When it was started, by this window or an earlier one. */
  public Instant began() {
    return began;
  }

  /** The id of its process, -1 before it has one and after its end. */
  public synchronized long pid() {
    return process == null ? -1 : process.pid();
  }

  /**
   * Calls a listener with each event from the first to the last, past ones included. In the job's
   * thread, or in the caller's if the job has ended.
   */
  public void addListener(Consumer<JobEvent> listener) {
    synchronized (this) {
      if (!begun) {
        listeners.add(listener);
        return;
      }
      if (!ended) {
        late.add(listener); // the job's thread replays past events to it
        return;
      }
    }
    history.events().forEach(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Consumer<JobEvent> listener) {
    listeners.remove(listener);
    synchronized (this) {
      late.remove(listener);
    }
  }

  @Override
  public boolean belongsTo(Object family) {
    return family == FAMILY;
  }

  /** Stops listening; the process goes on in the background. */
  void leave() {
    left = true;
  }

  boolean isLeft() {
    return left;
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
    synchronized (this) {
      begun = true;
    }
    try {
      DetachedJob running = source.process();
      synchronized (this) {
        process = running;
      }
      if (monitor.isCanceled()) {
        running.cancel();
      }
      JobEvent last = running.await(event -> hear(event, monitor), this::welcomeLate);
      if (last == null) {
        return Status.OK_STATUS;
      }
      running.forget();
      return ended(status(last));
    } catch (IOException e) {
      return ended(
          new Status(
              IStatus.ERROR, BUNDLE, "The job's process cannot be started: " + e.getMessage(), e));
    } finally {
      synchronized (this) {
        process = null;
        ended = true;
      }
      welcomeLate();
      monitor.done();
    }
  }

  private void hear(JobEvent event, IProgressMonitor monitor) {
    show(event, monitor);
    history.add(event);
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Replays past events to listeners that came late; returns whether to go on listening. */
  private boolean welcomeLate() {
    List<Consumer<JobEvent>> came;
    synchronized (this) {
      came = List.copyOf(late);
      late.clear();
      listeners.addAll(came);
    }
    came.forEach(listener -> history.events().forEach(listener));
    return !left;
  }

  private void show(JobEvent event, IProgressMonitor monitor) {
    if (event instanceof JobEvent.Whole all) {
      whole = all.words();
    }
    if (monitor.isCanceled()) {
      monitor.subTask("Cancelling: what is finished is put in order");
    } else if (event instanceof JobEvent.Progress progress) {
      monitor.subTask(words(progress) + (whole.isEmpty() ? "" : " (" + whole + ")"));
    } else if (event instanceof JobEvent.Waiting waiting) {
      monitor.subTask(waiting.words());
    } else if (event instanceof JobEvent.Note note) {
      monitor.subTask(note.message());
    }
  }

  /** Such as {@code Training fcn: 12 of 40, 2.5 per second, about 11 s left for this}. */
  public static String words(JobEvent.Progress progress) {
    StringBuilder words =
        new StringBuilder(TrainingWords.inWords(progress.task()))
            .append(": ")
            .append(progress.done());
    if (progress.total() > 0) {
      words.append(" of ").append(progress.total());
    }
    if (progress.perSecond() > 0 && Double.isFinite(progress.perSecond())) {
      words.append(
          progress.perSecond() >= 0.1
              ? String.format(Locale.ROOT, ", %.1f per second", progress.perSecond())
              : String.format(Locale.ROOT, ", %.1f per minute", 60 * progress.perSecond()));
      if (progress.total() > progress.done()) {
        double seconds = (progress.total() - progress.done()) / progress.perSecond();
        words.append(", about ").append(TimeLeft.words(seconds)).append(" left for this");
      }
    }
    return words.toString();
  }

  /** The Progress view calls every job finished, also one that failed; so the name says it. */
  private IStatus ended(IStatus status) {
    if (status.getSeverity() == IStatus.ERROR) {
      setName("Failed: " + getName());
      setProperty(IProgressConstants.ICON_PROPERTY, Icons.PROBLEM.descriptor());
    }
    return status;
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

  /**
   * Past events. Of progress and of waiting only the newest is kept, and so are the previews of
   * each training, because later ones overwrite the files of earlier ones.
   */
  private static final class History {
    private final List<JobEvent> events = new ArrayList<>();

    synchronized void add(JobEvent event) {
      if (event instanceof JobEvent.Progress
          || event instanceof JobEvent.Whole
          || event instanceof JobEvent.Waiting) {
        events.removeIf(event.getClass()::isInstance);
      } else if (event instanceof JobEvent.Preview preview) {
        events.removeIf(
            e ->
                e instanceof JobEvent.Preview p
                    && Objects.equals(p.training(), preview.training()));
      }
      events.add(event);
    }

    synchronized List<JobEvent> events() {
      return List.copyOf(events);
    }
  }
}
