package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.preferences.DialogFolders;
import org.pentimento.workbench.selection.Node;

/**
 * Saves the receipt of the selected case, or compares the case with a receipt that was saved
 * earlier.
 */
public final class ReceiptHandler extends AbstractHandler {
  private static final String COMPARE = "org.pentimento.workbench.compareReceipt";
  private static final String TITLE = "Receipt of a Case";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof Node node) {
      Shell shell = HandlerUtil.getActiveShell(event);
      if (event.getCommand().getId().equals(COMPARE)) {
        compare(shell, node.caseFolder());
      } else {
        save(shell, node.caseFolder());
      }
    }
    return null;
  }

  private static void compare(Shell shell, Path folder) {
    FileDialog dialog = new FileDialog(shell, SWT.OPEN);
    dialog.setText("Compare With Receipt");
    dialog.setFilterPath(DialogFolders.exports().toString());
    String chosen = dialog.open();
    if (chosen != null) {
      VerifyCaseHandler.verify(folder, Path.of(chosen));
    }
  }

  /**
   * Offers to save a receipt after something that is to stand.
   *
   * @param title of the dialog: what was done
   * @param reason why now, as a sentence
   */
  public static void offer(Shell shell, Path folder, String title, String reason) {
    int answer =
        PlainDialog.open(
            MessageDialog.QUESTION,
            shell,
            title,
            reason
                + "\n\nA receipt that is kept outside the case shows later that its log was neither"
                + " rolled back nor rewritten.",
            SWT.NONE,
            "&Save Receipt …",
            "&Not Now");
    if (answer == 0) {
      save(shell, folder);
    }
  }

  /** Asks for a file and saves the receipt of a case to it, in the background. */
  private static void save(Shell shell, Path folder) {
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText("Save Receipt");
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setFileName(OpenCase.name(folder) + ".receipt.json");
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    Display display = shell.getDisplay();
    Job job =
        new Job("Saving a receipt") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            String told = write(folder, Path.of(chosen));
            display.asyncExec(
                () -> {
                  if (!told.isEmpty()) {
                    PlainDialog.openError(null, TITLE, told);
                  }
                });
            return Status.OK_STATUS;
          }
        };
    job.setUser(true);
    job.schedule();
  }

  /**
   * Writes the receipt of a case.
   *
   * @return why it was not written; empty if it was
   */
  static String write(Path folder, Path file) {
    if (file.toAbsolutePath().normalize().startsWith(folder.toAbsolutePath().normalize())) {
      return "A receipt inside the case shows nothing: whoever changes the case can change it too."
          + " Save it elsewhere, best on another medium.";
    }
    try (CaseFile read = CaseFile.openForReading(folder)) {
      Receipt receipt = read.receipt();
      receipt.write(file);
      return "";
    } catch (BadInputException e) {
      return e.getMessage() + " " + e.remedy();
    } catch (IOException e) {
      return "The receipt could not be saved to " + file + ": " + e.getMessage() + ".";
    }
  }
}
