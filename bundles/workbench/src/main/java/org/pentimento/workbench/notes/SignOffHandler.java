package org.pentimento.workbench.notes;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.Node;

/** Opens the review of the selected report: it is signed off or returned. */
public final class SignOffHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement()
        instanceof Node.ReportNode report) {
      new EntryDialog(
              HandlerUtil.getActiveShell(event),
              "Review of a Report",
              "What you say holds for exactly the files of this report, by their hashes. The custody"
                  + " log keeps it; it cannot be taken back.",
              new SignOffForm(report))
          .open();
    }
    return null;
  }
}
