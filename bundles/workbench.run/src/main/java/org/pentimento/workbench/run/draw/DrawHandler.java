package org.pentimento.workbench.run.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/**
 * Opens an editor that draws with the selected models. Who has dropped photos on a model names
 * both.
 */
public final class DrawHandler extends AbstractHandler {
  private static final String PARAMETER = "org.pentimento.workbench.run.draw.";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    String caseFolder = event.getParameter(PARAMETER + "case");
    String photos = event.getParameter(PARAMETER + "photos");
    String model = event.getParameter(PARAMETER + "model");
    Path folder = caseFolder == null ? null : Path.of(caseFolder);
    List<String> models = new ArrayList<>();
    if (model == null) {
      for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
        if (element instanceof Node node && (folder == null || folder.equals(node.caseFolder()))) {
          Node.drawing(node).ifPresent(models::add);
          folder = node.caseFolder();
        }
      }
    } else {
      models.add(model);
    }
    if (folder != null && !models.isEmpty()) {
      try {
        HandlerUtil.getActiveWorkbenchWindowChecked(event)
            .getActivePage()
            .openEditor(
                new DrawInput(
                    folder,
                    models,
                    photos == null ? List.of() : photos.lines().map(Path::of).toList()),
                DrawEditor.ID);
      } catch (PartInitException e) {
        throw new ExecutionException("The editor cannot be opened", e);
      }
    }
    return null;
  }
}
