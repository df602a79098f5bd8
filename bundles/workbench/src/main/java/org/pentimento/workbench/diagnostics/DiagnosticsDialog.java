package org.pentimento.workbench.diagnostics;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Shows all that would be written before anything is. */
final class DiagnosticsDialog extends TitleAreaDialog {
  private final Diagnostics diagnostics;

  DiagnosticsDialog(Shell parent, Diagnostics diagnostics) {
    super(parent);
    this.diagnostics = diagnostics;
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Collect Diagnostics");
  }

  @Override
  protected Point getInitialSize() {
    return new Point(860, 600);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("What is collected");
    setMessage(
        "Versions, platform and the last logs, for somebody who helps you. Names and paths were"
            + " taken out; no image is in it. Read it before you save it. Nothing is sent.");
    Composite area = (Composite) super.createDialogArea(parent);
    SashForm sides = new SashForm(area, SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, true).hint(800, 360).indent(8, 8).applyTo(sides);
    List<String> names = new ArrayList<>(diagnostics.texts().keySet());
    org.eclipse.swt.widgets.List list =
        new org.eclipse.swt.widgets.List(sides, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
    names.forEach(list::add);
    StyledText text =
        new StyledText(sides, SWT.BORDER | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.MULTI);
    text.setFont(JFaceResources.getTextFont());
    list.addListener(
        SWT.Selection,
        e ->
            text.setText(
                diagnostics.texts().getOrDefault(names.get(list.getSelectionIndex()), "")));
    if (!names.isEmpty()) {
      list.select(0);
      text.setText(diagnostics.texts().getOrDefault(names.get(0), ""));
    }
    sides.setWeights(20, 80);
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "&Save …", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }
}
