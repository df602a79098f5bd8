package org.pentimento.workbench.run.live;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.pentimento.workbench.input.CaseInput;

/** Opens the editor of a run when its audit starts. */
public final class OpenLiveRuns implements IStartup {
  @Override
  public void earlyStartup() {
    IWorkbench workbench = PlatformUI.getWorkbench();
    Display display = workbench.getDisplay();
    display.asyncExec(
        () -> {
          LiveRuns live = workbench.getService(LiveRuns.class);
          Consumer<LiveRun> show =
              run -> {
                if (run.isRunning() && !display.isDisposed()) {
                  display.asyncExec(() -> open(workbench, run));
                }
              };
          live.addListener(show);
          live.known().forEach(show);
        });
  }

  private static void open(IWorkbench workbench, LiveRun run) {
    IWorkbenchWindow[] windows = workbench.getWorkbenchWindows();
    IWorkbenchPage page = windows.length == 0 ? null : windows[0].getActivePage();
    if (page == null) {
      return;
    }
    CaseInput input =
        new CaseInput(run.caseFolder(), CaseInput.Kind.RUN, run.runId(), run.runName());
    try {
      page.openEditor(input, input.kind().editor(), false);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG);
    }
  }
}
