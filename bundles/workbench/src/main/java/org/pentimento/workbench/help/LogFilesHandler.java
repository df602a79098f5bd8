package org.pentimento.workbench.help;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.PlainDialog;

/** Shows where the logs of all processes are. */
public final class LogFilesHandler extends AbstractHandler {
  private static final int OPEN = 0;
  private static final int COPY = 1;

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveShellChecked(event);
    Path log = Path.of(System.getProperty("pentimento.log", "pentimento.log")).toAbsolutePath();
    String folder = String.valueOf(log.getParent());
    int answer =
        PlainDialog.open(
            MessageDialog.INFORMATION,
            shell,
            "Log Files",
            "Each process of Pentimento writes a log of its own into\n\n"
                + folder
                + "\n\nThe one of this window is "
                + log.getFileName()
                + ". What the Error Log view shows lies in\n\n"
                + Platform.getLogFileLocation().toOSString(),
            SWT.NONE,
            "Open Folder",
            "Copy Path",
            IDialogConstants.CLOSE_LABEL);
    if (answer == OPEN && !Program.launch(folder)) {
      PlainDialog.openInformation(
          shell, "Log Files", "No program for folders is set up. Open " + folder + " yourself.");
    } else if (answer == COPY) {
      Clipboard clipboard = new Clipboard(shell.getDisplay());
      clipboard.setContents(
          new Object[] {log.toString()}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
    return null;
  }
}
