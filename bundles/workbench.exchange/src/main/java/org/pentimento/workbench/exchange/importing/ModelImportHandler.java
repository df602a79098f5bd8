package org.pentimento.workbench.exchange.importing;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.WizardFocus;
import org.pentimento.workbench.selection.Node;

/** Opens the wizard that imports a model, for the case of what is selected. */
public final class ModelImportHandler extends AbstractHandler {
  private static final String ID = "org.pentimento.workbench.exchange.importModel";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    String into = event.getParameter(ID + ".case");
    if (into == null
        && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selected
        && selected.getFirstElement() instanceof Node node) {
      into = node.caseFolder().toString();
    }
    WizardDialog dialog =
        new WizardDialog(
            HandlerUtil.getActiveShellChecked(event),
            new ModelWizard(event.getParameter(ID + ".file"), into));
    dialog.setPageSize(760, 600);
    WizardFocus.kept(dialog).open();
    return null;
  }
}
