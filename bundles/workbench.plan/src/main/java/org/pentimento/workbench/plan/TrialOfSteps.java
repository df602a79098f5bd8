package org.pentimento.workbench.plan;

import java.util.List;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.plan.model.PlanModel;

/**
 * Tries some steps of the plan, in a process of its own, to estimate how long the plan takes. To be
 * used in the display's thread.
 */
final class TrialOfSteps {
  /** Who is told, in the display's thread. */
  interface Listener {
    /** How far it is, as text of a link that starts or cancels it. */
    void went(String words);

    /** It has ended. */
    void ended();
  }

  private final PlanModel model;
  private final Listener listener;
  private final Display display = Display.getCurrent();
  private @Nullable ChildJob job;

  TrialOfSteps(PlanModel model, Listener listener) {
    this.model = model;
    this.listener = listener;
  }

  boolean isRunning() {
    return job != null;
  }

  /**
   * Starts it, or cancels it if it is going on.
   *
   * @param known folders of cases whose runs to learn from
   */
  void startOrCancel(List<String> known) {
    if (job != null) {
      job.cancel();
      listener.went("The trial is being cancelled …");
      return;
    }
    ChildJob started =
        PlatformUI.getWorkbench()
            .getService(ChildJobs.class)
            .start(
                "Trial of some steps",
                new Job.Estimate(
                    Job.PROTOCOL,
                    model.caseFolder().toString(),
                    "the plan",
                    model.document().get(),
                    List.of(),
                    known));
    job = started;
    listener.went("Some steps are being tried … <a>Cancel</a>");
    started.addListener(
        event -> {
          if (!display.isDisposed()) {
            display.asyncExec(() -> hear(started, event));
          }
        });
    started.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (!display.isDisposed()) {
              display.asyncExec(() -> over(started));
            }
          }
        });
  }

  /** Called however it ended; a process that could not be started sends no event. */
  private void over(ChildJob from) {
    if (job == from) {
      job = null;
      listener.ended();
    }
  }

  private void hear(ChildJob from, JobEvent event) {
    if (job != from) {
      return;
    }
    if (event instanceof JobEvent.Progress progress) {
      listener.went(PlanHeader.escaped(progress.task()) + " … <a>Cancel</a>");
    } else if (event instanceof JobEvent.Failed failed) {
      job = null;
      listener.went(
          PlanHeader.escaped("The trial failed: " + failed.message() + " " + failed.remedy())
              + " <a>Try again</a>");
    }
  }

  /** Cancels it, as the editor is closed. */
  void dispose() {
    ChildJob running = job;
    job = null;
    if (running != null) {
      running.cancel();
    }
  }
}
