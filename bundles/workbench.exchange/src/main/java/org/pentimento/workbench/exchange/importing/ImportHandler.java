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

/** Opens the wizard that imports a data set, for the case of what is selected. */
public final class ImportHandler extends AbstractHandler {
  private static final String ID = "org.pentimento.workbench.exchange.import";

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
            new ImportWizard(event.getParameter(ID + ".folder"), into));
    dialog.setPageSize(720, 460);
    WizardFocus.kept(dialog).open();
    return null;
  }
}
