package org.pentimento.workbench.run.line;

import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;

/** Tells that a line has ended where the desktop cannot do that. */
public final class LineEnd implements IStartup {
  private static final int SHOWN_MS = 20_000;
  private static final int MARGIN = 16;
  private static final int WIDTH = 360;

  @Override
  public void earlyStartup() {
    IWorkbench workbench = PlatformUI.getWorkbench();
    Display display = workbench.getDisplay();
    display.asyncExec(
        () -> {
          ChildJobs jobs = workbench.getService(ChildJobs.class);
          Consumer<ChildJob> listen = job -> job.addListener(event -> hear(display, event));
          jobs.addListener(listen);
          jobs.running().forEach(listen);
        });
  }

  private static void hear(Display display, JobEvent event) {
    if (event instanceof JobEvent.LineEnded ended && !ended.shown() && !display.isDisposed()) {
      display.asyncExec(() -> show(display, ended.message()));
    }
  }

  /** A box in the lower right corner, which takes no keyboard and goes by itself or at a click. */
  private static void show(Display display, String message) {
    Shell box = new Shell(display, SWT.ON_TOP | SWT.TOOL | SWT.NO_FOCUS);
    box.setText("Plans in Line");
    GridLayoutFactory.swtDefaults().margins(14, 12).applyTo(box);
    Label words = new Label(box, SWT.WRAP);
    words.setText(message.replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(words);
    box.addListener(SWT.MouseDown, e -> box.dispose());
    words.addListener(SWT.MouseDown, e -> box.dispose());
    box.pack();
    Rectangle screen = display.getPrimaryMonitor().getClientArea();
    Point size = box.getSize();
    box.setLocation(
        screen.x + screen.width - size.x - MARGIN, screen.y + screen.height - size.y - MARGIN);
    box.setVisible(true);
    display.timerExec(
        SHOWN_MS,
        () -> {
          if (!box.isDisposed()) {
            box.dispose();
          }
        });
  }
}
