package org.pentimento.workbench.explorer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens what is selected in the explorer, as a double click does. */
public final class OpenHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActivePart(event) instanceof CaseExplorer explorer) {
      explorer.open(HandlerUtil.getCurrentStructuredSelection(event));
    }
    return null;
  }
}
