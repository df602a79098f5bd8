package org.pentimento.workbench.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.preferences.DialogFolders;

/** Asks for a file or a folder that exists. */
public final class PathDialog {
  private PathDialog() {}

  /**
   * Opens the dialog.
   *
   * @param folder whether to ask for a folder, otherwise for a file
   * @param current path to begin with; if it is empty, the dialog begins where data sets lie
   * @return the path, null if the person cancelled
   */
  public static @Nullable String open(Shell parent, String title, boolean folder, String current) {
    if (folder) {
      DirectoryDialog dialog = new DirectoryDialog(parent, SWT.OPEN);
      dialog.setText(title);
      dialog.setFilterPath(current.isBlank() ? DialogFolders.datasets().toString() : current);
      return dialog.open();
    }
    FileDialog dialog = new FileDialog(parent, SWT.OPEN);
    dialog.setText(title);
    dialog.setFilterPath(DialogFolders.datasets().toString());
    dialog.setFileName(current);
    return dialog.open();
  }
}
