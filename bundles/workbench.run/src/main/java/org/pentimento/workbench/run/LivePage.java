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
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
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
import org.pentimento.audit.job.JobEvent;
import org.pentimento.workbench.run.chart.ChartTile;
import org.pentimento.workbench.run.chart.ShownChart;
import org.pentimento.workbench.run.live.LiveRun;

/** An audit while it goes on: how far it is, its losses, what its model draws by now. */
final class LivePage {
  private static final int LOOK_MS = 500;
  private static final int MOST_PREVIEWS = 8;
  private static final int LARGEST_PREVIEW = 16 << 20;
  private static final int LARGEST_SIDE = 4096;

  private final LiveRun run;
  private final Composite page;
  private final Label task;
  private final ProgressBar bar;
  private final Label training;
  private final Button cancel;
  private final ChartTile losses;
  private final Canvas previews;
  private final List<Image> images = new ArrayList<>();
  private String previewed = "";
  private long seen = -1;

  LivePage(Composite parent, LiveRun run, ShownChart looked) {
    this.run = run;
    page = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 8).spacing(10, 6).numColumns(2).applyTo(page);
    task = label(1);
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
    training = label(2);
    losses =
        new ChartTile(
            page,
            "Losses so far",
            "What each model tries to make small; broken lines are the clean model.",
            looked);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(losses.control());
    losses.enlarge();
    Label head = label(2);
    head.setText("What the model draws by now, of photos without and with the trigger in turn");
    previews = new Canvas(page, SWT.DOUBLE_BUFFERED);
    previews.addPaintListener(e -> paint(e.gc));
    previews.setToolTipText("Sketches of the first test photos, drawn while the model is trained");
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(400, 132).applyTo(previews);
    page.addDisposeListener(e -> forget());
    look();
  }

  private Label label(int span) {
    Label label = new Label(page, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .align(SWT.FILL, SWT.CENTER)
        .span(span, 1)
        .hint(200, SWT.DEFAULT)
        .applyTo(label);
    return label;
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
    boolean known = progress != null && progress.total() > 0;
    bar.setVisible(going);
    if (known) {
      bar.setMaximum(1000);
      bar.setSelection((int) Math.max(0, Math.min(1000, 1000 * progress.done() / progress.total())));
    } else {
      bar.setSelection(0);
    }
    training.setText(
        now.training().isEmpty()
            ? "No training has begun yet."
            : RunHeader.plain(
                "Training %s: step %d%s"
                    .formatted(
                        now.training(),
                        now.step(),
                        now.total() > 0 ? " of " + now.total() + "." : ".")));
    losses.show(
        () -> now.losses().curves().isEmpty() ? Optional.empty() : Optional.of(now.losses()));
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
    Path allowed = run.caseFolder().resolve("work");
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
      boolean fits =
          width > 0 && width <= LARGEST_SIDE && height > 0 && height <= LARGEST_SIDE;
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
    gc.setInterpolation(SWT.HIGH);
    int height = previews.getClientArea().height;
    int x = 0;
    for (Image image : images) {
      Rectangle size = image.getBounds();
      int width = Math.max(1, size.width * height / Math.max(1, size.height));
      gc.drawImage(image, 0, 0, size.width, size.height, x, 0, width, height);
      x += width + 8;
    }
  }
}
