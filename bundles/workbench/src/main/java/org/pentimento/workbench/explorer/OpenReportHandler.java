package org.pentimento.workbench.explorer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Shows the selected report in the desktop's browser. */
public final class OpenReportHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement()
            instanceof Node.ReportNode report
        && HandlerUtil.getActivePart(event) instanceof CaseExplorer explorer) {
      new ReportOpening(report, PlatformUI.getWorkbench().getDisplay(), explorer::tell).schedule();
    }
    return null;
  }
}
