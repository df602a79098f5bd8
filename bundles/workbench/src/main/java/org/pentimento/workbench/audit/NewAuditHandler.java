package org.pentimento.workbench.audit;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Opens the wizard for a new audit. */
public final class NewAuditHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    WizardDialog dialog =
        new WizardDialog(
            HandlerUtil.getActiveShellChecked(event),
            new NewAuditWizard(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()));
    dialog.setPageSize(700, 420);
    dialog.open();
    return null;
  }
}
