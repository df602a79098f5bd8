package org.pentimento.workbench.audit;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.WizardFocus;

/** Opens the wizard for a new audit. */
public final class NewAuditHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    open(event, null, null);
    return null;
  }

  static void open(ExecutionEvent event, @Nullable Path caseFolder, @Nullable StartingPoint first)
      throws ExecutionException {
    WizardDialog dialog =
        new WizardDialog(
            HandlerUtil.getActiveShellChecked(event),
            new NewAuditWizard(
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(),
                caseFolder,
                first));
    dialog.setPageSize(700, 420);
    WizardFocus.kept(dialog).open();
  }
}
