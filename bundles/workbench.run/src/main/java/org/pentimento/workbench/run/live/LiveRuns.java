package org.pentimento.workbench.run.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.log.Entry;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;

/**
 * The audits of this session: of each case, those that run or wait in line, or else the latest one.
 */
@Component(service = LiveRuns.class)
public final class LiveRuns {
  private static final long LOOK_AGAIN_MS = 400;

  private final ChildJobs jobs;
  private final Consumer<ChildJob> starting = this::starting;
  private final List<LiveRun> runs = new CopyOnWriteArrayList<>();
  private final List<Consumer<LiveRun>> listeners = new CopyOnWriteArrayList<>();

  /** Made by the component framework. */
  @Activate
  public LiveRuns(@Reference ChildJobs jobs) {
    this.jobs = jobs;
    jobs.addListener(starting);
    jobs.running().forEach(starting); // jobs that were started before this service
  }

  @Deactivate
  void close() {
    jobs.removeListener(starting);
  }

  /** The audit of a case that is carried out, or else the one that ended or came last. */
  public Optional<LiveRun> of(Path caseFolder) {
    List<LiveRun> all = runs.stream().filter(r -> r.caseFolder().equals(caseFolder)).toList();
    return all.stream()
        .filter(r -> r.isRunning() && !r.isWaiting())
        .findFirst()
        .or(() -> all.stream().filter(r -> !r.isWaiting()).reduce((first, last) -> last))
        .or(() -> all.stream().findFirst());
  }

  /** The audit of a case that is that of a run. */
  public Optional<LiveRun> of(Path caseFolder, String run) {
    return runs.stream()
        .filter(r -> r.caseFolder().equals(caseFolder) && r.runId().equals(run))
        .reduce((first, last) -> last);
  }

  /** Calls a listener, in any thread, when an audit's run is in its case and when it has ended. */
  public void addListener(Consumer<LiveRun> listener) {
    listeners.add(listener);
  }

  /** Stops calling a listener. */
  public void removeListener(Consumer<LiveRun> listener) {
    listeners.remove(listener);
  }

  /** The audits whose run is in its case, running or ended. */
  List<LiveRun> known() {
    return runs.stream().filter(r -> !r.runId().isEmpty()).toList();
  }

  private synchronized void starting(ChildJob job) {
    if (!(job.order() instanceof Job.Run order) || runs.stream().anyMatch(r -> r.is(job))) {
      return;
    }
    Path folder = Path.of(order.caseFolder()).toAbsolutePath().normalize();
    LiveRun run = new LiveRun(job, order, folder);
    runs.removeIf(r -> r.caseFolder().equals(folder) && !r.isRunning());
    runs.add(run);
    AtomicBoolean looked = new AtomicBoolean();
    job.addListener(
        event -> {
          run.accept(event);
          boolean begun = !(event instanceof JobEvent.Failed || event instanceof JobEvent.Done);
          if (begun && looked.compareAndSet(false, true)) {
            look(run);
          }
        });
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            end(run, event.getResult());
          }
        });
    IStatus ended = job.getResult();
    if (ended != null) {
      end(run, ended);
    }
  }

  private void end(LiveRun run, IStatus status) {
    LiveRun.State state =
        switch (status.getSeverity()) {
          case IStatus.ERROR -> LiveRun.State.FAILED;
          case IStatus.CANCEL -> LiveRun.State.CANCELLED;
          default -> LiveRun.State.DONE;
        };
    run.end(state, state == LiveRun.State.FAILED ? status.getMessage() : "");
    listeners.forEach(l -> l.accept(run));
  }

  /** Looks for the run in the case's log, again and again while the audit is running. */
  private void look(LiveRun run) {
    org.eclipse.core.runtime.jobs.Job looking =
        new org.eclipse.core.runtime.jobs.Job("Looking for the run of an audit") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            if (find(run)) {
              listeners.forEach(l -> l.accept(run));
            } else if (run.isRunning() && !monitor.isCanceled()) {
              schedule(LOOK_AGAIN_MS);
            }
            return Status.OK_STATUS;
          }
        };
    looking.setSystem(true);
    looking.schedule();
  }

  /** The case has one writer, so its last start of a run since the audit began is the audit's. */
  private static boolean find(LiveRun run) {
    if (run.isWaiting()) {
      return false; // a start in the log is that of another one
    }
    try (CaseFile file = CaseFile.openForReading(run.caseFolder())) {
      List<Entry> entries = file.entries();
      for (int i = entries.size() - 1; i >= 0; i--) {
        Entry entry = entries.get(i);
        if (entry.time().isBefore(run.began().truncatedTo(ChronoUnit.MILLIS))) {
          return false;
        }
        Optional<RunStarted> start = entry.as(RunStarted.class);
        if (start.isPresent()
            && start.get().name().equals(PlanText.of(run.order().plan()).runName())) {
          run.known(start.get().run(), start.get().name());
          return true;
        }
      }
      return false;
    } catch (IOException | UncheckedIOException e) {
      return false; // the child is still making it
    }
  }
}
