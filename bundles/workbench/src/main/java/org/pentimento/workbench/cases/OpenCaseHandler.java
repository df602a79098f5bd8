package org.pentimento.workbench.cases;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.preferences.DialogFolders;

/** Opens a case. Asks for its folder unless a parameter of the command names it. */
public final class OpenCaseHandler extends AbstractHandler {
  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    String folder = event.getParameter("org.pentimento.workbench.openCase.folder");
    if (folder == null) {
      DirectoryDialog dialog =
          new DirectoryDialog(HandlerUtil.getActiveShellChecked(event), SWT.OPEN);
      dialog.setText("Open Case");
      dialog.setFilterPath(DialogFolders.cases().toString());
      dialog.setMessage("Choose the folder of a case; its name usually ends in .case");
      folder = dialog.open();
    }
    if (folder != null) {
      PlatformUI.getWorkbench().getService(OpenCases.class).open(Path.of(folder));
    }
    return null;
  }
}
