package org.pentimento.workbench.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.form.PlainDialog;

/**
 * A single chart or table that the window saves: the custody log of its case keeps that, or a
 * message says that it does not.
 *
 * @param caseFolder the case that was looked at; empty if it cannot be told which
 * @param subject what of it was looked at, such as the id of a run; may be empty
 */
public record TakenOut(Optional<Path> caseFolder, String subject) {
  /** Several charts may be saved at once, and a case has one writer. */
  private static final Object WRITING = new Object();

  /** What the active part shows. In the display's thread. */
  public static TakenOut now() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    IWorkbenchPart part = page == null ? null : page.getActivePart();
    if (part instanceof IEditorPart editor) {
      return of(editor);
    }
    List<OpenCase> open = PlatformUI.getWorkbench().getService(OpenCases.class).all();
    if (open.size() == 1) {
      return new TakenOut(Optional.of(open.get(0).folder()), "");
    }
    return new TakenOut(Optional.empty(), "");
  }

  /**
   * What the editor in front shows, which the enlarged chart follows too. In the display's thread.
   */
  public static TakenOut ofEditor() {
    IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    IWorkbenchPage page = window == null ? null : window.getActivePage();
    IEditorPart editor = page == null ? null : page.getActiveEditor();
    return editor == null ? now() : of(editor);
  }

  private static TakenOut of(IEditorPart editor) {
    if (editor.getEditorInput() instanceof CaseInput input) {
      return new TakenOut(Optional.of(input.caseFolder()), input.id());
    }
    return editor.getEditorInput() instanceof PlanInput input
        ? new TakenOut(Optional.of(input.caseFolder()), input.name())
        : new TakenOut(Optional.empty(), "");
  }

  /**
   * Records that something was saved. Reads and writes files.
   *
   * @param file that it was saved to
   */
  public void saved(Exported.Kind kind, Path file) {
    String problem;
    synchronized (WRITING) {
      problem =
          caseFolder
              .map(folder -> CaseFile.log(folder, new Exported(kind, subject, file.toString())))
              .orElse(
                  "That this was taken out of a case is in no custody log: more than one case is"
                      + " open, and it cannot be told which one it belongs to.");
    }
    IWorkbench workbench = PlatformUI.getWorkbench();
    if (problem.isEmpty()) {
      caseFolder.ifPresent(workbench.getService(OpenCases.class)::open);
    } else if (!workbench.getDisplay().isDisposed()) {
      workbench
          .getDisplay()
          .asyncExec(
              () ->
                  PlainDialog.openWarning(
                      workbench.getModalDialogShellProvider().getShell(),
                      "Saved, Not Logged",
                      file + " was saved. " + problem));
    }
  }
}
