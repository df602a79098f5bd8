package org.pentimento.workbench.selection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens pairs in a viewer of their own, by a command that another part of the window brings. */
public final class PairViewer {
  private static final String COMMAND = "org.pentimento.workbench.dataset.openPair";

  private PairViewer() {}

  /**
   * Opens a pair, if the command is there.
   *
   * @param run id of the run whose sketches are shown
   */
  public static void open(IWorkbenchSite site, PairRef pair, String run) {
    Command command = site.getService(ICommandService.class).getCommand(COMMAND);
    if (!command.isDefined() || !command.isHandled()) {
      return;
    }
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put(COMMAND + ".case", pair.caseFolder().toString());
    wanted.put(COMMAND + ".dataset", pair.dataset());
    wanted.put(COMMAND + ".pair", pair.pair());
    wanted.put(COMMAND + ".run", run);
    try {
      Map<String, String> known = new LinkedHashMap<>();
      for (Map.Entry<String, String> e : wanted.entrySet()) {
        if (command.getParameter(e.getKey()) != null) {
          known.put(e.getKey(), e.getValue());
        }
      }
      site.getService(IHandlerService.class)
          .executeCommand(ParameterizedCommand.generateCommand(command, known), null);
    } catch (NotDefinedException e) {
      throw new IllegalStateException("the command was defined a moment ago", e);
    } catch (CommandException e) {
      StatusManager.getManager()
          .handle(
              new Status(
                  IStatus.WARNING,
                  "org.pentimento.workbench",
                  "The pair " + pair.pair() + " cannot be opened: " + e.getMessage(),
                  e),
              StatusManager.SHOW);
    }
  }
}
