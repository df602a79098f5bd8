package org.pentimento.workbench.inspection.order;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.form.WizardFocus;
import org.pentimento.workbench.selection.Node;

/** Opens the wizard that inspects the data set or model that is selected. */
public final class InspectHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    Optional<OpenCase.Read> read = selected instanceof Node node ? read(node) : Optional.empty();
    if (read.isEmpty()) {
      return null;
    }
    if (selected instanceof Node.DatasetNode node) {
      open(event, new InspectionWizard(read.get(), node.dataset()));
    } else if (selected instanceof Node.ModelNode node) {
      open(event, new ModelInspectionWizard(read.get(), Suspect.of(node.model())));
    } else if (selected instanceof Node.ImportedModelNode node) {
      open(event, new ModelInspectionWizard(read.get(), Suspect.of(node.model())));
    }
    return null;
  }

  static Optional<OpenCase.Read> read(Node node) {
    return PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .filter(c -> c.folder().equals(node.caseFolder()))
        .filter(OpenCase.Read.class::isInstance)
        .map(OpenCase.Read.class::cast)
        .findFirst();
  }

  static void open(ExecutionEvent event, Wizard wizard) throws ExecutionException {
    WizardDialog dialog = new WizardDialog(HandlerUtil.getActiveShellChecked(event), wizard);
    dialog.setPageSize(720, 420);
    WizardFocus.kept(dialog).open();
  }
}
