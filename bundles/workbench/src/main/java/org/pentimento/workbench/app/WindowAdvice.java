package org.pentimento.workbench.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.jobs.ChildJob;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.start.StartPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the workbench how to start, what its window has, and whether it may close. */
final class WindowAdvice extends WorkbenchAdvisor {
  private static final Logger LOG = LoggerFactory.getLogger(WindowAdvice.class);
  private static final int WAKE_MS = 50;

  private static final int BACKGROUND = 0;
  private static final int END = 1;

  private boolean started;
  private volatile boolean quiet;

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    configurer.setSaveAndRestore(true);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return AuditPerspective.ID;
  }

  /**
   * Keeps waking the display until the workbench is up: while windows are restored, the one call
   * that should wake it can come too early, and the start would hang for 15 seconds.
   */
  @Override
  public void preStartup() {
    Display display = PlatformUI.getWorkbench().getDisplay();
    display.timerExec(
        WAKE_MS,
        new Runnable() {
          @Override
          public void run() {
            if (!started) {
              display.timerExec(WAKE_MS, this);
            }
          }
        });
  }

  @Override
  public void postStartup() {
    started = true;
    PlatformUI.getWorkbench()
        .getService(UiWatch.class)
        .watch(PlatformUI.getWorkbench().getDisplay());
    whenPainted(PlatformUI.getWorkbench().getDisplay());
    StartPage.follow();
    Job find =
        Job.createSystem(
            "Looking for audits in the background",
            (IProgressMonitor monitor) -> {
              PlatformUI.getWorkbench().getService(ChildJobs.class).find();
              return Status.OK_STATUS;
            });
    find.schedule();
  }

  /**
   * Logs how long the start took, for those who measure it. The launcher says when it began, as the
   * system knows the start of a process in whole seconds only. It also noted that this window
   * starts with parts of other people: that came up, too.
   */
  private static void whenPainted(Display display) {
    Long began = Long.getLong("pentimento.began");
    String note = System.getProperty("pentimento.window.note");
    String leftOut = System.getProperty("pentimento.window.left.out");
    if (began == null && note == null && leftOut == null) {
      return;
    }
    Listener listener =
        new Listener() {
          @Override
          public void handleEvent(Event event) {
            display.removeFilter(SWT.Paint, this);
            if (began != null) {
              LOG.info("The window is there after {} ms", System.currentTimeMillis() - began);
            }
            if (note != null) {
              remove(Path.of(note));
            }
            if (leftOut != null) {
              display.asyncExec(
                  () ->
                      PlainDialog.openInformation(
                          PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                          "Left Out of the Window",
                          leftOut));
            }
          }
        };
    display.addFilter(SWT.Paint, listener);
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      Point size = window.getShell().getSize();
      window
          .getShell()
          .redraw(0, 0, size.x, size.y, true); // else there may be nothing to paint any more
    }
  }

  private static void remove(Path note) {
    Job job =
        Job.createSystem(
            "Noting that the window is there",
            (IProgressMonitor monitor) -> {
              try {
                Files.deleteIfExists(note);
              } catch (IOException e) {
                LOG.warn("The next window will start without parts of others: {}", note, e);
              }
              return Status.OK_STATUS;
            });
    job.schedule();
  }

  /** From now on the window closes without asking; jobs go on in the background. */
  void askNothing() {
    quiet = true;
  }

  /** Brings the window to the front. */
  static void toFront() {
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      window.getShell().setMinimized(false);
      window.getShell().forceActive();
    }
  }

  /** Asks whether running jobs should go on, if there are any. */
  @Override
  public boolean preShutdown() {
    ChildJobs jobs = PlatformUI.getWorkbench().getService(ChildJobs.class);
    List<ChildJob> running = jobs.running().stream().filter(ChildJob::outlivesWindow).toList();
    if (!running.isEmpty() && !quiet) {
      int answer = ask(running);
      if (answer == END) {
        running.forEach(ChildJob::cancel);
      } else if (answer != BACKGROUND) {
        return false;
      }
    }
    jobs.running().stream().filter(j -> !j.outlivesWindow()).forEach(ChildJob::cancel);
    jobs.leave();
    return true;
  }

  private static int ask(List<ChildJob> running) {
    String names = running.stream().map(j -> "•  " + j.getName()).collect(Collectors.joining("\n"));
    return PlainDialog.open(
        MessageDialog.QUESTION,
        PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
        "Close Pentimento",
        "This is still going on:\n\n"
            + names
            + "\n\n"
            + "It can go on in the background; the next window shows it again. If you end it, what"
            + " is finished is kept, and the same plan goes on from there.",
        SWT.NONE,
        "Go On in Background",
        "End It",
        "Do Not Close");
  }

  @Override
  public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(
      IWorkbenchWindowConfigurer configurer) {
    return new Window(configurer);
  }

  private static final class Window extends WorkbenchWindowAdvisor {
    Window(IWorkbenchWindowConfigurer configurer) {
      super(configurer);
    }

    @Override
    public void preWindowOpen() {
      IWorkbenchWindowConfigurer window = getWindowConfigurer();
      window.setInitialSize(new Point(1280, 800));
      window.setShowCoolBar(true);
      window.setShowStatusLine(true);
      window.setShowProgressIndicator(true);
      window.setShowPerspectiveBar(false);
    }
  }
}
