package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.selection.PairRef;

/**
 * Opens a pair in the viewer. The command {@code org.pentimento.workbench.dataset.openPair} has the
 * parameters {@code case} (folder), {@code dataset}, {@code pair} (id) and, optionally, {@code run}
 * (id), each prefixed by the command's id.
 */
public final class OpenPairHandler extends AbstractHandler {
  private static final String ID = "org.pentimento.workbench.dataset.openPair";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    String folder = event.getParameter(ID + ".case");
    String dataset = event.getParameter(ID + ".dataset");
    String pair = event.getParameter(ID + ".pair");
    String run = event.getParameter(ID + ".run");
    if (folder == null || dataset == null || pair == null) {
      throw new ExecutionException("The command needs a case, a data set and a pair");
    }
    Path place = Path.of(folder).toAbsolutePath().normalize();
    in(
        HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(),
        new PairRef(place, dataset, pair),
        run == null ? "" : run);
    return null;
  }

  /**
   * Shows a pair in the viewer of its data set and run.
   *
   * @param run id of the run whose sketches are shown; empty for the latest that has some
   */
  public static void in(IWorkbenchPage page, PairRef pair, String run) {
    try {
      PairInput input = new PairInput(pair.caseFolder(), pair.dataset(), run);
      if (page.openEditor(input, PairEditor.ID) instanceof PairEditor editor) {
        editor.show(pair.pair());
      }
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
    }
  }
}
