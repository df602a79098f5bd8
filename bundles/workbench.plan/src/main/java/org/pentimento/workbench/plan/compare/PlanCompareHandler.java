package org.pentimento.workbench.plan.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.selection.Node;

/** Opens an editor that compares the selected plans, and those of the selected runs. */
public final class PlanCompareHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Set<IEditorInput> plans = new LinkedHashSet<>();
    for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (element instanceof Node.PlanNode plan) {
        plans.add(plan.input());
      } else if (element instanceof Node.DraftNode draft) {
        plans.add(draft.input());
      } else if (element instanceof Node.RunNode run) {
        plans.add(
            new CaseInput(
                run.caseFolder(), CaseInput.Kind.PLAN, run.run().plan(), run.run().name()));
      }
    }
    try {
      HandlerUtil.getActiveWorkbenchWindowChecked(event)
          .getActivePage()
          .openEditor(new PlanCompareInput(List.copyOf(plans)), PlanCompareEditor.ID);
    } catch (PartInitException e) {
      throw new ExecutionException("The comparison cannot be opened", e);
    }
    return null;
  }
}
