package org.pentimento.workbench.explorer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.selection.Node;

/** Closes the cases that are selected. */
public final class CloseCaseHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (selected instanceof Node node) {
        cases.close(node.caseFolder());
      }
    }
    return null;
  }
}
