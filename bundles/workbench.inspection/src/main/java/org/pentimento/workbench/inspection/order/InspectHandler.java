package org.pentimento.workbench.inspection.order;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.form.WizardFocus;
import org.pentimento.workbench.selection.Node;

/**
 * Opens the wizard that inspects the data set or model that is selected, or that of an inspection.
 */
public final class InspectHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Object selected = HandlerUtil.getCurrentStructuredSelection(event).getFirstElement();
    Optional<OpenCase.Read> read =
        selected instanceof Node node ? read(node.caseFolder()) : Optional.empty();
    if (read.isEmpty()) {
      return null;
    }
    Optional<Wizard> wizard = wizard((Node) selected, read.get());
    if (wizard.isPresent()) {
      open(event, wizard.get());
    } else {
      PlainDialog.openInformation(
          HandlerUtil.getActiveShellChecked(event),
          "Inspect",
          "What was inspected there is not in the case any more.");
    }
    return null;
  }

  private static Optional<Wizard> wizard(Node selected, OpenCase.Read read) {
    if (selected instanceof Node.DatasetNode node) {
      return Optional.of(new InspectionWizard(read, node.dataset()));
    } else if (selected instanceof Node.ModelNode node) {
      return Optional.of(new ModelInspectionWizard(read, Suspect.of(node.model())));
    } else if (selected instanceof Node.ImportedModelNode node) {
      return Optional.of(new ModelInspectionWizard(read, Suspect.of(node.model())));
    } else if (selected instanceof Node.InspectionNode node) {
      return again(read, node.inspection().subject());
    }
    return Optional.empty();
  }

  /** The wizard for the data set or the model that an inspection was about. */
  private static Optional<Wizard> again(OpenCase.Read read, String subject) {
    Stream<Wizard> datasets =
        read.datasets().stream()
            .filter(one -> one.name().equals(subject))
            .map(one -> new InspectionWizard(read, one));
    Stream<Wizard> models =
        Stream.concat(
                read.models().stream().map(Suspect::of), read.imported().stream().map(Suspect::of))
            .filter(one -> one.name().equals(subject))
            .map(one -> new ModelInspectionWizard(read, one));
    return Stream.concat(datasets, models).findFirst();
  }

  static Optional<OpenCase.Read> read(Path caseFolder) {
    return PlatformUI.getWorkbench().getService(OpenCases.class).read(caseFolder);
  }

  static void open(ExecutionEvent event, Wizard wizard) throws ExecutionException {
    WizardDialog dialog = new WizardDialog(HandlerUtil.getActiveShellChecked(event), wizard);
    dialog.setPageSize(720, 420);
    WizardFocus.kept(dialog).open();
  }
}
