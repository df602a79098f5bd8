package org.pentimento.workbench.plan;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Carries out the plan in the active editor. */
public final class RunPlanHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof PlanEditor editor) {
      editor.run();
    }
    return null;
  }
}
