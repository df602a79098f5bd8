package org.pentimento.workbench.notes;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.pentimento.casefile.event.CaseEvent;

/**
 * Asks for an entry of the custody log, and closes once it is recorded. If it cannot be recorded,
 * the dialog stays open and says why.
 */
final class EntryDialog extends TitleAreaDialog {
  private final String title;
  private final String message;
  private final Form form;

  /** The fields of the dialog and what becomes of them. */
  interface Form {
    /**
     * Makes the widgets in a grid of one column.
     *
     * @param changed to be called after each change
     */
    void make(Composite box, Runnable changed);

    /** Why it cannot be recorded as it is; empty if it can. */
    String problem();

    /** The folder of the case. */
    Path caseFolder();

    /** What is recorded, each as an entry of its own. */
    List<CaseEvent> events();

    /** Called once it is recorded and the dialog is closed. */
    default void recorded(Shell shell) {}
  }

  EntryDialog(Shell parent, String title, String message, Form form) {
    super(parent);
    this.title = title;
    this.message = message;
    this.form = form;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(title);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite box = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 6).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, true).hint(480, SWT.DEFAULT).applyTo(box);
    setTitle(title);
    setMessage(message);
    form.make(box, this::validate);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "&Record", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    validate();
  }

  private void validate() {
    setErrorMessage(null);
    String problem = form.problem();
    setMessage(problem.isEmpty() ? message : message + "\n" + problem);
    Button record = getButton(IDialogConstants.OK_ID);
    if (record != null) {
      record.setEnabled(problem.isEmpty());
    }
  }

  @Override
  protected void okPressed() {
    getButton(IDialogConstants.OK_ID).setEnabled(false);
    new EntryRecording(
            form.caseFolder(),
            form.events(),
            problem -> {
              if (getShell() == null || getShell().isDisposed()) {
                return;
              }
              if (problem.isEmpty()) {
                Shell parent = getParentShell();
                super.okPressed();
                form.recorded(parent);
              } else {
                validate();
                setErrorMessage(problem);
              }
            })
        .schedule();
  }
}
