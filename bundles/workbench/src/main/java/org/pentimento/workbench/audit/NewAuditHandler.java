package org.pentimento.workbench.audit;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.WizardFocus;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.PairRef;

/** Opens the wizard for a new audit. */
public final class NewAuditHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    open(event, selectedCase(event), null);
    return null;
  }

  /** The case of what is selected, or of the editor in front; null for the one opened last. */
  private static @Nullable Path selectedCase(ExecutionEvent event) {
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    if (selected instanceof Node node) {
      return node.caseFolder();
    } else if (selected instanceof PairRef pair) {
      return pair.caseFolder();
    }
    return HandlerUtil.getActiveEditorInput(event) instanceof CaseInput input
        ? input.caseFolder()
        : null;
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
    dialog.setPageSize(700, 500);
    WizardFocus.kept(dialog).open();
  }
}
