package org.pentimento.workbench.inspection.order;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.selection.Node;

/**
 * Opens the wizard for a self-test in the data set that is selected, or in drawn faces: of
 * inspections of data sets or, as the command says, of models.
 */
public final class SelfTestHandler extends AbstractHandler {
  private static final String OF_MODELS = "org.pentimento.workbench.inspection.selfTestModels";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Node node) {
      Optional<OpenCase.Read> read = InspectHandler.read(node.caseFolder());
      if (read.isPresent()) {
        DatasetRecord first = node instanceof Node.DatasetNode set ? set.dataset() : null;
        InspectHandler.open(
            event,
            event.getCommand().getId().equals(OF_MODELS)
                ? SelfTestWizard.ofModels(read.get(), first)
                : SelfTestWizard.ofDatasets(read.get(), first));
      }
    }
    return null;
  }
}
