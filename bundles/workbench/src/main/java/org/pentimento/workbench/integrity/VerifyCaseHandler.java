package org.pentimento.workbench.integrity;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.selection.Node;

/** Looks at all content of the selected case, and says what was found. */
public final class VerifyCaseHandler extends AbstractHandler {
  private static final String TITLE = "Verify Case";

  @Override
  public @Nullable Object execute(ExecutionEvent event) {
    for (Object selected : HandlerUtil.getCurrentStructuredSelection(event)) {
      if (selected instanceof Node.CaseNode node) {
        verify(node.caseFolder());
      }
    }
    return null;
  }

  /** Looks at a case, then shows the outcome. */
  public static void verify(Path folder) {
    verify(folder, null);
  }

  /**
   * Looks at a case, then shows the outcome.
   *
   * @param receipt of the case that was kept elsewhere; null for none
   */
  static void verify(Path folder, @Nullable Path receipt) {
    IWorkbench workbench = PlatformUI.getWorkbench();
    Display display = workbench.getDisplay();
    workbench
        .getService(CaseChecks.class)
        .verify(
            folder,
            Optional.ofNullable(receipt),
            check -> display.asyncExec(() -> tell(check, receipt)),
            reason -> display.asyncExec(() -> PlainDialog.openError(null, TITLE, reason)));
  }

  private static void tell(CaseCheck check, @Nullable Path receipt) {
    Verification found = check.verification();
    if (!found.intact()) {
      IntegrityDialog.show(check);
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("The case is as it was written, up to entry ")
        .append(found.entries())
        .append(".\n\n")
        .append(NumberWords.count(found.blobs(), "stored file", "stored files"))
        .append(" and ")
        .append(NumberWords.count(found.files(), "file of data sets", "files of data sets"))
        .append(" were read, on ")
        .append(CaseCheck.words(check.time()))
        .append('.');
    if (receipt != null) {
      text.append("\n\nIts log still has the entry of the receipt ")
          .append(receipt.getFileName())
          .append(": it was neither rolled back nor rewritten since.");
    }
    if (!found.remarks().isEmpty()) {
      text.append("\n\nWorth knowing:");
      found.remarks().stream()
          .limit(5)
          .forEach(r -> text.append("\n").append(r.file()).append(": ").append(r.message()));
      if (found.remarks().size() > 5) {
        text.append("\nand ").append(found.remarks().size() - 5).append(" more.");
      }
    }
    PlainDialog.openInformation(
        PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
        TITLE + " " + check.name(),
        text.toString());
  }
}
