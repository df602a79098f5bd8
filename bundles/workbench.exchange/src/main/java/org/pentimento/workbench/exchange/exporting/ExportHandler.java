package org.pentimento.workbench.exchange.exporting;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.WizardFocus;
import org.pentimento.workbench.selection.Node;

/** Opens the export wizard for the case of what is selected; Write Report goes to its report. */
public final class ExportHandler extends AbstractHandler {
  private static final String REPORT = "org.pentimento.workbench.exchange.report";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    String preferred = event.getParameter("org.pentimento.workbench.exchange.export.case");
    if (preferred == null
        && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selected
        && selected.getFirstElement() instanceof Node node) {
      preferred = node.caseFolder().toString();
    }
    WizardDialog dialog =
        new WizardDialog(
            HandlerUtil.getActiveShellChecked(event),
            new ExportWizard(preferred, event.getCommand().getId().equals(REPORT)));
    dialog.setPageSize(640, 470);
    WizardFocus.kept(dialog).open();
    return null;
  }
}
