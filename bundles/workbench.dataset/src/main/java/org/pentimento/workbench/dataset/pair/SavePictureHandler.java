package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.preferences.DialogFolders;

/**
 * Saves what the viewer of a pair shows as a PNG file. Asks for the file unless a parameter of the
 * command names it.
 */
public final class SavePictureHandler extends AbstractHandler {
  private static final String FILE = "org.pentimento.workbench.dataset.savePicture.file";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActiveEditor(event) instanceof PairEditor editor) {
      String chosen = event.getParameter(FILE);
      if (chosen == null) {
        FileDialog dialog = new FileDialog(editor.getSite().getShell(), SWT.SAVE);
        dialog.setText("Save Picture");
        dialog.setFilterPath(DialogFolders.exports().toString());
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.png", "*"});
        dialog.setFileName(editor.getTitle().replaceAll("[^\\p{L}\\p{N}. -]", "_") + ".png");
        chosen = dialog.open();
      }
      if (chosen != null) {
        editor.savePicture(Path.of(chosen));
      }
    }
    return null;
  }
}
