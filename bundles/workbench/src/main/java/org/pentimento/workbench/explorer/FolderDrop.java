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
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.Node;

/**
 * Takes files and folders that are dropped on the explorer. A case is opened; for a data set or a
 * model its wizard opens, for the case that it was dropped on; of anything else it is said what can
 * be done with it.
 */
final class FolderDrop extends DropTargetAdapter {
  private static final String IMPORT = "org.pentimento.workbench.exchange.import";
  private static final String IMPORT_MODEL = "org.pentimento.workbench.exchange.importModel";

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
    if (event.data instanceof String[] paths
        && paths.length > 0
        && event.item != null
        && event.item.getData() instanceof Node model
        && PhotoDrop.isOfPhotos(model, paths)) {
      String problem = PhotoDrop.on(model, paths);
      if (!problem.isEmpty()) {
        notice.accept(problem);
      }
    } else if (event.data instanceof String[] paths && paths.length > 0) {
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
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    Path first = null;
    Dropped kind = Dropped.OTHER;
    int left = 0;
    for (String name : paths) {
      Path path = Path.of(name);
      if (CaseFile.isCase(path)) {
        cases.open(path);
      } else if (first == null) {
        first = path;
        kind = Dropped.of(path, previews);
      } else {
        left++;
      }
    }
    Path taken = first;
    Dropped seen = kind;
    int others = left;
    if (taken != null) {
      display.asyncExec(() -> take(taken, seen, others, target));
    }
  }

  private void take(Path taken, Dropped kind, int others, @Nullable Path target) {
    String name = String.valueOf(taken.getFileName());
    switch (kind) {
      case DATASET, MODEL -> {
        if (others > 0) {
          notice.accept(
              "One is imported at a time: this is "
                  + name
                  + "; drop the other "
                  + (others == 1 ? "one" : others)
                  + " afterwards.");
        }
        boolean model = kind == Dropped.MODEL;
        importFrom(model ? IMPORT_MODEL : IMPORT, model ? ".file" : ".folder", taken, target);
      }
      case IMAGE ->
          notice.accept(
              name
                  + " is one image. Drop it on a model to have it drawn, or drop the folder that"
                  + " holds the photos and the sketches.");
      case PLAN ->
          notice.accept(
              name + " seems to be a plan. Make a new audit and paste its text into the source.");
      case CASE, OTHER ->
          notice.accept(
              name
                  + " is neither a case nor a data set nor a model of a known format. Of packed"
                  + " files drop the folder that they were unpacked to.");
    }
  }

  private void importFrom(String id, String parameter, Path from, @Nullable Path target) {
    Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(id);
    if (!command.isDefined()) {
      notice.accept("This product has no import.");
      return;
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put(id + parameter, from.toString());
    if (target != null) {
      parameters.put(id + ".case", target.toString());
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
