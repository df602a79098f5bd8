package org.pentimento.workbench.app;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.pentimento.workbench.jobs.ChildJob;

/** How the workbench starts, what its window has, and when it may close. */
final class WindowAdvice extends WorkbenchAdvisor {
  private static final int WAKE_MS = 50;

  private boolean started;

  @Override
  public void initialize(IWorkbenchConfigurer configurer) {
    configurer.setSaveAndRestore(true);
  }

  @Override
  public String getInitialWindowPerspectiveId() {
    return AuditPerspective.ID;
  }

  /**
   * Wakes the display until the workbench is up: while windows are restored, the one call that
   * should wake it can come too early, and the start would then hang for 15 seconds.
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

    @Override
    public boolean preWindowShellClose() {
      Job[] running = Job.getJobManager().find(ChildJob.FAMILY);
      if (running.length == 0) {
        return true;
      }
      boolean end =
          MessageDialog.openConfirm(
              getWindowConfigurer().getWindow().getShell(),
              "An audit is running",
              "Closing the window ends the audit. What is finished is kept, and the same plan goes"
                  + " on from there.");
      if (end) {
        Job.getJobManager().cancel(ChildJob.FAMILY);
      }
      return end;
    }
  }
}
