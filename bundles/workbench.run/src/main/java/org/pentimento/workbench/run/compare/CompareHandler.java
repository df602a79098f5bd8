package org.pentimento.workbench.run.compare;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.selection.Node;

/** Opens an editor that compares the selected runs. */
public final class CompareHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    List<CaseInput> runs = new ArrayList<>();
    for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (element instanceof Node.RunNode run) {
        runs.add(run.input());
      }
    }
    if (runs.size() > 1) {
      try {
        HandlerUtil.getActiveWorkbenchWindowChecked(event)
            .getActivePage()
            .openEditor(new CompareInput(runs), CompareEditor.ID);
      } catch (PartInitException e) {
        throw new ExecutionException("The comparison cannot be opened", e);
      }
    }
    return null;
  }
}
