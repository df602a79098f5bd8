package org.pentimento.workbench.explorer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.selection.Node;

/**
 * Takes files and folders that are dropped on the explorer. A case is opened; for anything else the
 * import wizard opens, for the case that it was dropped on.
 */
final class FolderDrop extends DropTargetAdapter {
  private static final String IMPORT = "org.pentimento.workbench.exchange.import";

  private final Consumer<String> notice;

  FolderDrop(Consumer<String> notice) {
    this.notice = notice;
  }

  @Override
  public void dragEnter(DropTargetEvent event) {
    if (event.detail == DND.DROP_DEFAULT) {
      event.detail = DND.DROP_COPY;
    }
  }

  @Override
  public void dragOver(DropTargetEvent event) {
    event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL | DND.FEEDBACK_EXPAND;
  }

  @Override
  public void drop(DropTargetEvent event) {
    if (event.data instanceof String[] paths && paths.length > 0) {
      Display display = event.display;
      Path target = caseOf(event.item);
      Job job =
          Job.createSystem(
              "Looking at what was dropped", (ICoreRunnable) m -> take(paths, target, display));
      job.schedule();
    } else if (FileTransfer.getInstance().isSupportedType(event.currentDataType)) {
      notice.accept("What was dropped is no folder of this machine.");
    }
  }

  private static @Nullable Path caseOf(@Nullable Widget item) {
    return item != null && item.getData() instanceof Node node ? node.caseFolder() : null;
  }

  private void take(String[] paths, @Nullable Path target, Display display) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Path data = null;
    int left = 0;
    for (String name : paths) {
      Path path = Path.of(name);
      if (CaseFile.isCase(path)) {
        cases.open(path);
      } else if (data == null) {
        data = path;
      } else {
        left++;
      }
    }
    Path taken = data;
    int others = left;
    if (taken != null) {
      display.asyncExec(
          () -> {
            if (others > 0) {
              notice.accept(
                  "One data set is imported at a time: this is "
                      + taken.getFileName()
                      + "; drop the other "
                      + (others == 1 ? "one" : others)
                      + " afterwards.");
            }
            importFrom(taken, target);
          });
    }
  }

  private void importFrom(Path folder, @Nullable Path target) {
    Command command =
        PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(IMPORT);
    if (!command.isDefined()) {
      notice.accept("This product has no import.");
      return;
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put(IMPORT + ".folder", folder.toString());
    if (target != null) {
      parameters.put(IMPORT + ".case", target.toString());
    }
    try {
      PlatformUI.getWorkbench()
          .getService(IHandlerService.class)
          .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
    } catch (CommandException e) {
      notice.accept("The import cannot begin: " + e.getMessage());
    }
  }
}
