package org.pentimento.workbench.help;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.NotEnabledException;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Targets of links in the guide: {@code command:ID} and {@code view:ID}. */
final class GuideLink {
  private static final String COMMAND = "command:";
  private static final String VIEW = "view:";

  private GuideLink() {}

  static void follow(String target) {
    try {
      if (target.startsWith(COMMAND)) {
        PlatformUI.getWorkbench()
            .getService(IHandlerService.class)
            .executeCommand(target.substring(COMMAND.length()), null);
      } else if (target.startsWith(VIEW)) {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        page.showView(target.substring(VIEW.length()));
      }
    } catch (ExecutionException
        | NotDefinedException
        | NotEnabledException
        | NotHandledException
        | PartInitException e) {
      StatusManager.getManager()
          .handle(
              new Status(
                  IStatus.WARNING,
                  "org.pentimento.workbench",
                  "This cannot be done at the moment: " + e.getMessage(),
                  e),
              StatusManager.LOG | StatusManager.SHOW);
    }
  }
}
