package org.pentimento.workbench.explorer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/** Shows in the desktop's file manager where the selected thing lies. */
public final class OpenFolderHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Node node) {
      Display display = PlatformUI.getWorkbench().getDisplay();
      Job.createSystem(
              "Looking for a folder", (ICoreRunnable) monitor -> look(node.location(), display))
          .schedule();
    }
    return null;
  }

  private static void look(Path location, Display display) {
    Path folder =
        Files.isDirectory(location) || location.getParent() == null
            ? location
            : location.getParent();
    boolean there = Files.isDirectory(folder);
    display.asyncExec(
        () -> {
          if (!there) {
            tell("The folder " + folder + " is not there any more.");
          } else if (!Program.launch(folder.toString())) {
            tell("No program of this desktop shows folders. It is " + folder + ".");
          }
        });
  }

  private static void tell(String message) {
    IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    if (page != null && page.findView(CaseExplorer.ID) instanceof CaseExplorer explorer) {
      explorer.tell(message);
    }
  }
}
