package org.pentimento.workbench.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.pentimento.casefile.store.Layout;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.run.chart.ChartTile;
import org.pentimento.workbench.run.chart.ShownChart;
import org.pentimento.workbench.run.live.LiveRun;

/** An audit while it goes on: how far it is, its losses, what its model draws by now. */
final class LivePage {
  private static final int LOOK_MS = 500;
  private static final int GAP = 8;
  private static final int MOST_PREVIEWS = 8;
  private static final int LARGEST_PREVIEW = 16 << 20;
  private static final int LARGEST_SIDE = 4096;

  private final LiveRun run;
  private final ShownChart looked;
  private final Composite page;
  private final Label task;
  private final ProgressBar bar;
  private final Button cancel;
  private final ChartTile losses;
  private final Canvas previews;
  private final List<Image> images = new ArrayList<>();
  private String previewed = "";
  private long seen = -1;

  LivePage(Composite parent, LiveRun run, ShownChart looked) {
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
    SashForm both = new SashForm(page, SWT.HORIZONTAL | SWT.SMOOTH);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(both);
    losses =
        new ChartTile(
            both,
            "Losses so far",
            "What each model tries to make small; broken lines are the clean model.",
            looked);
    Composite right = new Composite(both, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 0).spacing(0, 3).applyTo(right);
    Label head = new Label(right, SWT.NONE);
    head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    head.setText("Sketches so far");
    Label how = new Label(right, SWT.WRAP);
    how.setText("Of the first test photos, without and with the trigger in turn.");
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(how);
    previews = new Canvas(right, SWT.DOUBLE_BUFFERED);
    previews.addPaintListener(e -> paint(e.gc));
    GridDataFactory.fillDefaults().grab(true, true).applyTo(previews);
    both.setWeights(64, 36);
    page.addDisposeListener(e -> forget());
    look();
  }

  Control control() {
    return page;
  }

  void setFocus() {
    page.setFocus();
  }

  /** Looks now and then what is new, so that a thousand events a second cost no more than two. */
  private void look() {
    if (page.isDisposed()) {
      return;
    }
    LiveRun.Snapshot now = run.now();
    if (now.version() != seen && page.isVisible()) {
      seen = now.version();
      show(now);
    }
    if (now.state() == LiveRun.State.GOING_ON || now.version() != seen) {
      page.getDisplay().timerExec(LOOK_MS, this::look);
    }
  }

  private void show(LiveRun.Snapshot now) {
    JobEvent.Progress progress = now.progress();
    boolean going = now.state() == LiveRun.State.GOING_ON;
    cancel.setVisible(going);
    task.setText(RunHeader.plain(progress == null || !going ? ended(now) : words(progress)));
    bar.setVisible(going);
    if (progress != null && progress.total() > 0) {
      bar.setMaximum(1000);
      bar.setSelection(
          (int) Math.max(0, Math.min(1000, 1000 * progress.done() / progress.total())));
    } else {
      bar.setSelection(0);
    }
    losses.show(
        () -> now.losses().curves().isEmpty() ? Optional.empty() : Optional.of(now.losses()));
    if (looked.content() == null) {
      losses.enlarge();
    }
    JobEvent.Preview preview = now.preview();
    if (preview != null) {
      preview(preview);
    }
    page.layout();
  }

  private static String ended(LiveRun.Snapshot now) {
    return switch (now.state()) {
      case GOING_ON -> "The audit begins.";
      case DONE -> "The audit is done.";
      case CANCELLED -> "The audit was cancelled; what was finished is kept.";
      case FAILED -> "The audit ended before it was done; what was finished is kept.";
    };
  }

  /** Such as {@code Training fcn: 12 of 40, 2.5 per second, about 11 s left for this}. */
  static String words(JobEvent.Progress p) {
    StringBuilder text = new StringBuilder(p.task()).append(": ").append(p.done());
    if (p.total() > 0) {
      text.append(" of ").append(p.total());
    }
    if (p.perSecond() > 0 && Double.isFinite(p.perSecond())) {
      text.append(String.format(Locale.ROOT, ", %.1f per second", p.perSecond()));
      double left = (p.total() - p.done()) / p.perSecond();
      if (left >= 1 && left < 1e8) {
        text.append(", about ")
            .append(RunWords.words(Duration.ofSeconds(Math.round(left))))
            .append(" left for this");
      }
    }
    return text.append('.').toString();
  }

  // Previews

  private void preview(JobEvent.Preview preview) {
    String key = preview.training() + "\n" + preview.step();
    if (key.equals(previewed)) {
      return;
    }
    previewed = key;
    List<String> files =
        preview.files().subList(0, Math.min(MOST_PREVIEWS, preview.files().size()));
    Path allowed = new Layout(run.caseFolder()).work();
    Job job =
        new Job("Reading previews") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            List<ImageData> read = new ArrayList<>();
            for (String file : files) {
              read(file, allowed).ifPresent(read::add);
            }
            if (!page.isDisposed()) {
              page.getDisplay().asyncExec(() -> take(key, read));
            }
            return Status.OK_STATUS;
          }
        };
    job.setSystem(true);
    job.schedule();
  }

  /** A preview, if it lies where our child writes them and is of a reasonable size. */
  private static Optional<ImageData> read(String file, Path allowed) {
    try {
      Path path = Path.of(file).toRealPath();
      if (!path.startsWith(allowed.toRealPath()) || Files.size(path) > LARGEST_PREVIEW) {
        return Optional.empty();
      }
      byte[] png = Files.readAllBytes(path);
      if (png.length < 24) {
        return Optional.empty();
      }
      int width = ByteBuffer.wrap(png).getInt(16);
      int height = ByteBuffer.wrap(png).getInt(20);
      boolean fits = width > 0 && width <= LARGEST_SIDE && height > 0 && height <= LARGEST_SIDE;
      return fits
          ? Optional.of(new ImageData(new java.io.ByteArrayInputStream(png)))
          : Optional.empty();
    } catch (IOException | java.nio.file.InvalidPathException | SWTException e) {
      return Optional.empty(); // the next preview has replaced it, or it is no picture
    }
  }

  private void take(String key, List<ImageData> read) {
    if (page.isDisposed() || !key.equals(previewed)) {
      return;
    }
    forget();
    read.forEach(data -> images.add(new Image(page.getDisplay(), data)));
    previews.redraw();
  }

  private void forget() {
    images.forEach(Image::dispose);
    images.clear();
  }

  private void paint(GC gc) {
    if (images.isEmpty()) {
      gc.drawText("No sketch yet.", 0, 4, true);
      return;
    }
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    Rectangle all = previews.getClientArea();
    int columns = images.size() > 1 ? 2 : 1;
    int rows = (images.size() + columns - 1) / columns;
    int side = Math.max(24, Math.min(all.width / columns, all.height / rows) - GAP);
    for (int i = 0; i < images.size(); i++) {
      Rectangle size = images.get(i).getBounds();
      double scale = Math.min((double) side / size.width, (double) side / size.height);
      gc.drawImage(
          images.get(i),
          0,
          0,
          size.width,
          size.height,
          i % columns * (side + GAP),
          i / columns * (side + GAP),
          Math.max(1, (int) (size.width * scale)),
          Math.max(1, (int) (size.height * scale)));
    }
  }
}
