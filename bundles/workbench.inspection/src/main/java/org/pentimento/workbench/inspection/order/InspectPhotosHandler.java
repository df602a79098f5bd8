package org.pentimento.workbench.inspection.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.PairRef;

/** Opens the wizard that inspects photos for the model, or those of the pairs, selected. */
public final class InspectPhotosHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
    Object selected = selection.getFirstElement();
    Shell shell = HandlerUtil.getActiveShellChecked(event);
    if (selected instanceof Node.ModelNode node) {
      InspectHandler.read(node.caseFolder())
          .ifPresent(read -> open(shell, read, Suspect.of(node.model()), List.of()));
    } else if (selected instanceof Node.ImportedModelNode node) {
      InspectHandler.read(node.caseFolder())
          .ifPresent(read -> open(shell, read, Suspect.of(node.model()), List.of()));
    } else if (selected instanceof PairRef first) {
      InspectHandler.read(first.caseFolder())
          .ifPresent(read -> openWithPhotos(shell, read, selection));
    }
    return null;
  }

  /** Opens the wizard once the files of the pairs are looked up. */
  private static void openWithPhotos(
      Shell shell, OpenCase.Read read, IStructuredSelection selection) {
    List<PairRef> pairs = new ArrayList<>();
    for (Object one : selection) {
      if (one instanceof PairRef pair) {
        pairs.add(pair);
      }
    }
    PairPhotos photos =
        new PairPhotos(
            new DatasetCache(PlatformUI.getWorkbench().getService(Platform.class).cacheFolder()));
    ICoreRunnable looking =
        monitor -> {
          List<Path> files = files(photos, pairs);
          shell
              .getDisplay()
              .asyncExec(
                  () -> {
                    if (!shell.isDisposed()) {
                      open(shell, read, null, files);
                    }
                  });
        };
    Job.create("Looking up photos", looking).schedule();
  }

  /** None if they cannot be looked up: the wizard asks for files anyway. */
  private static List<Path> files(PairPhotos photos, List<PairRef> pairs) {
    try {
      return photos.of(pairs);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void open(
      Shell shell, OpenCase.Read read, @Nullable Suspect model, List<Path> photos) {
    WizardDialog dialog = new WizardDialog(shell, new PhotoInspectionWizard(read, model, photos));
    dialog.setPageSize(720, 420);
    dialog.open();
  }
}
