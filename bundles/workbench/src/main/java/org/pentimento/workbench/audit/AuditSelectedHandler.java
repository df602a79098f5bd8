package org.pentimento.workbench.audit;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.selection.Node;

/** Opens the wizard for a new audit of the imported model or the data set that is selected. */
public final class AuditSelectedHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    if (selected instanceof Node node) {
      for (OpenCase open : PlatformUI.getWorkbench().getService(OpenCases.class).all()) {
        if (open instanceof OpenCase.Read read && read.folder().equals(node.caseFolder())) {
          NewAuditHandler.open(event, read.folder(), point(node, read));
        }
      }
    }
    return null;
  }

  private static @Nullable StartingPoint point(Node node, OpenCase.Read read) {
    if (node instanceof Node.DatasetNode n) {
      return new StartingPoint.OfDataset(n.dataset());
    }
    return node instanceof Node.ImportedModelNode n
        ? StartingPoint.OfModel.in(read, n.model())
        : null;
  }
}
