package org.pentimento.workbench.run.live;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.pentimento.casefile.store.Layout;
import org.pentimento.protocol.JobEvent;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.chart.ChartTile;
import org.pentimento.workbench.chart.ShownChart;
import org.pentimento.workbench.jobs.ChildJob;

/**
 * An audit while it is running: its progress and, as soon as there are some, its losses and what
 * its model draws by now. An imported model is not trained and has neither.
 */
public final class LivePage {
  private static final int LOOK_MS = 500;

  private final LiveRun run;
  private final ShownChart looked;
  private final Composite page;
  private final Label task;
  private final ProgressBar bar;
  private final SashForm both;
  private final Button cancel;
  private final ChartTile losses;
  private final Composite sketches;
  private final LivePreviews previews;
  private long seen = -1;

  /**
   * Makes the page.
   *
   * @param looked the chart that the Charts view enlarges
   */
  public LivePage(Composite parent, LiveRun run, ShownChart looked) {
    this.run = run;
    this.looked = looked;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 8).spacing(10, 6).numColumns(2).applyTo(page);
    task = new Label(page, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .hint(200, SWT.DEFAULT)
        .applyTo(task);
    cancel = new Button(page, SWT.PUSH);
    cancel.setText("&Cancel");
    cancel.setToolTipText("Ends the audit; what was finished is kept");
    cancel.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              cancel.setEnabled(false);
              run.cancel();
            }));
    bar = new ProgressBar(page, SWT.SMOOTH | SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(bar);
    both = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(both);
    losses =
        new ChartTile(
            both,
            "Losses so far",
            "What each model tries to make small; broken lines are the clean model.",
            looked);
    sketches = new Composite(both, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 0).spacing(0, 3).applyTo(sketches);
    Label head = new Label(sketches, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText("Sketches so far");
    Label how = new Label(sketches, SWT.WRAP);
    how.setText("Of the first test photos, without and with the trigger in turn.");
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(how);
    previews = new LivePreviews(sketches, new Layout(run.caseFolder()).work());
    GridDataFactory.fillDefaults().grab(true, true).applyTo(previews.control());
    both.setWeights(64, 36);
    look();
  }

  /** The control to lay out. */
  public Control control() {
    return page;
  }

  /** Takes the keyboard. */
  public void setFocus() {
    page.setFocus();
  }

  /** Looks twice a second for news, so that a thousand events a second cost no more than two. */
  private void look() {
    if (page.isDisposed()) {
      return;
    }
    LiveRun.Snapshot now = run.now();
    if (now.version() != seen && page.isVisible()) {
      seen = now.version();
      show(now);
    }
    if (now.state() == LiveRun.State.RUNNING || now.version() != seen) {
      page.getDisplay().timerExec(LOOK_MS, this::look);
    }
  }

  private void show(LiveRun.Snapshot now) {
    JobEvent.Progress progress = now.progress();
    boolean running = now.state() == LiveRun.State.RUNNING;
    cancel.setVisible(running);
    String said = said(now);
    task.setText(said.replace("&", "&&"));
    bar.setVisible(running);
    if (progress != null && progress.total() > 0) {
      bar.setMaximum(1000);
      bar.setSelection(
          (int) Math.max(0, Math.min(1000, 1000 * progress.done() / progress.total())));
    } else {
      bar.setSelection(0);
    }
    boolean trained = !now.losses().curves().isEmpty();
    if (trained) {
      losses.show(() -> Optional.of(now.losses()));
      if (looked.content() == null) {
        losses.enlarge();
      }
    }
    JobEvent.Preview preview = now.preview();
    if (preview != null) {
      previews.show(preview);
    }
    both.setVisible(trained || preview != null);
    both.setMaximizedControl(
        trained == (preview != null) ? null : trained ? losses.control() : sketches);
    page.layout();
  }

  private static String said(LiveRun.Snapshot now) {
    JobEvent.Waiting waiting = now.waiting();
    JobEvent.Progress progress = now.progress();
    JobEvent.Whole whole = now.whole();
    if (now.state() != LiveRun.State.RUNNING) {
      return ended(now);
    } else if (waiting != null) {
      return waiting.words() + ".";
    } else if (progress == null) {
      return ended(now);
    }
    return ChildJob.words(progress)
        + "."
        + (whole == null ? "" : " " + ConditionNames.capital(whole.words()) + ".");
  }

  private static String ended(LiveRun.Snapshot now) {
    return switch (now.state()) {
      case RUNNING -> "The audit begins.";
      case DONE -> "The audit is done.";
      case CANCELLED -> "The audit was cancelled; what was finished is kept.";
      case FAILED -> "The audit ended before it was done; what was finished is kept.";
    };
  }
}
