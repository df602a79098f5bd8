package org.pentimento.workbench.audit;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Case, examiner and plan; all are filled in, so that Finish is enough. */
final class NewAuditPage extends WizardPage {
  private final String firstPlan;
  private @Nullable Form form;

  NewAuditPage(String firstPlan) {
    super("audit", "New audit", null);
    setDescription("The plan is carried out in a process of its own; the window stays free.");
    this.firstPlan = firstPlan;
  }

  /** The fields. */
  private record Form(Text folder, Text examiner, Text plan) {}

  private Form form() {
    if (form == null) {
      throw new IllegalStateException("The page is not made yet");
    }
    return form;
  }

  String caseFolder() {
    return form().folder().getText().strip();
  }

  String examiner() {
    return form().examiner().getText().strip();
  }

  String plan() {
    return form().plan().getText();
  }

  @Override
  public void createControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).spacing(8, 8).applyTo(box);
    Text folder =
        text(
            box,
            "&Case folder:",
            Path.of(System.getProperty("user.home"), "first-audit.case").toString(),
            1);
    Button browse = new Button(box, SWT.PUSH);
    browse.setText("&Browse …");
    browse.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
              dialog.setText("Case Folder");
              String chosen = dialog.open();
              if (chosen != null) {
                folder.setText(chosen);
              }
            }));
    Text examiner = text(box, "&Examiner:", System.getProperty("user.name", ""), 2);
    Label label = new Label(box, SWT.NONE);
    label.setText("&Plan:");
    GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
    Text plan = new Text(box, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
    plan.setFont(JFaceResources.getTextFont());
    plan.setText(firstPlan);
    GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(480, 240).applyTo(plan);
    form = new Form(folder, examiner, plan);
    ModifyListener check = e -> validate();
    folder.addModifyListener(check);
    examiner.addModifyListener(check);
    plan.addModifyListener(check);
    setControl(box);
    validate();
  }

  private static Text text(Composite box, String title, String value, int span) {
    Label label = new Label(box, SWT.NONE);
    label.setText(title);
    Text text = new Text(box, SWT.BORDER);
    text.setText(value);
    GridDataFactory.fillDefaults().grab(true, false).span(span, 1).applyTo(text);
    return text;
  }

  private void validate() {
    setErrorMessage(problem());
    setPageComplete(getErrorMessage() == null);
  }

  private @Nullable String problem() {
    if (caseFolder().isEmpty()) {
      return "Name the folder of the case; it is made if it does not exist.";
    }
    try {
      if (Path.of(caseFolder()).getFileName() == null) {
        return "The case folder cannot be the root.";
      }
    } catch (InvalidPathException e) {
      return "The case folder is no path: " + e.getReason() + ".";
    }
    if (examiner().isEmpty()) {
      return "Say who examines; the custody log bears the name.";
    }
    return plan().isBlank() ? "Write a plan." : null;
  }
}
