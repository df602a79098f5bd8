package org.pentimento.workbench.run.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.picture.BoundedPng;

/** Shows the sketches that a model in training drew last. */
final class LivePreviews {
  private static final int GAP = 8;
  private static final int SMALLEST = 24;
  private static final int MOST_IMAGES = 8;
  private static final int LARGEST_FILE = 16 << 20;

  private final Canvas canvas;
  private final Path allowed;
  private final List<Image> images = new ArrayList<>();
  private String shown = "";

  /**
   * Shows nothing yet.
   *
   * @param allowed the folder that previews have to lie in
   */
  LivePreviews(Composite parent, Path allowed) {
    this.allowed = allowed;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addDisposeListener(e -> forget());
  }

  Control control() {
    return canvas;
  }

  /** Reads sketches in the background and shows them, unless they are shown already. */
  void show(JobEvent.Preview preview) {
    String key = preview.training() + "\n" + preview.step();
    if (key.equals(shown)) {
      return;
    }
    shown = key;
    Display display = canvas.getDisplay();
    List<String> files = preview.files();
    Job job =
        new Job("Reading previews") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            List<ImageData> read =
                files.stream().limit(MOST_IMAGES).flatMap(f -> read(f).stream()).toList();
            if (!display.isDisposed()) {
              display.asyncExec(() -> take(key, read));
            }
            return Status.OK_STATUS;
          }
        };
    job.setSystem(true);
    job.schedule();
  }

  /** A sketch; empty if it lies elsewhere, is too large or, by now, gone. */
  private Optional<ImageData> read(String file) {
    try {
      Path path = Path.of(file).toRealPath();
      return path.startsWith(allowed.toRealPath()) && Files.size(path) <= LARGEST_FILE
          ? BoundedPng.decode(Files.readAllBytes(path))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty(); // a later preview has replaced it, or the child named no file
    }
  }

  private void take(String key, List<ImageData> read) {
    if (!canvas.isDisposed() && key.equals(shown)) {
      forget();
      read.forEach(data -> images.add(new Image(canvas.getDisplay(), data)));
      canvas.redraw();
    }
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
    Rectangle all = canvas.getClientArea();
    int columns = images.size() > 1 ? 2 : 1;
    int rows = (images.size() + columns - 1) / columns;
    int side = Math.max(SMALLEST, Math.min(all.width / columns, all.height / rows) - GAP);
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
