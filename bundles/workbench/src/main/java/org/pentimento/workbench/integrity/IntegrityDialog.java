package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.preferences.DialogFolders;
import org.pentimento.workbench.table.CopyRows;

/** All that is wrong with a case. The list can be copied and saved. */
final class IntegrityDialog extends TitleAreaDialog {
  private static final int COPY = IDialogConstants.CLIENT_ID;
  private static final int SAVE = COPY + 1;
  private static final int VERIFY = COPY + 2;

  /** Rows that are shown; the saved list has all. */
  private static final int MOST_ROWS = 1000;

  private final Damage damage;

  IntegrityDialog(Shell parent, CaseCheck check) {
    super(parent);
    damage = Damage.of(check);
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Integrity of " + damage.check().name());
  }

  @Override
  protected Point getInitialSize() {
    return new Point(760, 560);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    setTitle("The case is not as it was written");
    setMessage(
        damage.check().folder()
            + "\nLooked at on "
            + CaseCheck.words(damage.check().time())
            + (damage.check().depth() == Depth.CONTENT
                ? ", all content."
                : ", log and sizes; content was not read."),
        IMessageProvider.ERROR);
    Composite box = new Composite(area, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 10).spacing(0, 8).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
    table(box);
    paragraph(box, damage.since());
    paragraph(box, Damage.advice());
    return area;
  }

  private void table(Composite box) {
    Composite frame = new Composite(box, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 160).applyTo(frame);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    Table table = new Table(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    column(table, layout, "File", 30);
    column(table, layout, "What is wrong", 50);
    column(table, layout, "File dated", 20);
    for (Damage.Row row : damage.rows().subList(0, Math.min(MOST_ROWS, damage.rows().size()))) {
      new TableItem(table, SWT.NONE).setText(new String[] {row.file(), row.what(), row.dated()});
    }
    if (damage.rows().size() > MOST_ROWS) {
      new TableItem(table, SWT.NONE)
          .setText(
              new String[] {
                "and " + (damage.rows().size() - MOST_ROWS) + " more",
                "Save the list to see all.",
                ""
              });
    }
    CopyRows.on(table);
  }

  private static void column(Table table, TableColumnLayout layout, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, 100, true));
  }

  private static void paragraph(Composite box, String text) {
    Label label = new Label(box, SWT.WRAP);
    label.setText(text.replace("&", "&&"));
    GridDataFactory.fillDefaults().grab(true, false).hint(600, SWT.DEFAULT).applyTo(label);
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, COPY, "&Copy List", false);
    createButton(parent, SAVE, "&Save List …", false);
    if (damage.check().depth() != Depth.CONTENT) {
      createButton(parent, VERIFY, "&Verify All Content", false);
    }
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  @Override
  protected void buttonPressed(int id) {
    switch (id) {
      case COPY -> copy();
      case SAVE -> save();
      case VERIFY -> {
        close();
        VerifyCaseHandler.verify(damage.check().folder());
      }
      default -> super.buttonPressed(id);
    }
  }

  private void copy() {
    Clipboard clipboard = new Clipboard(getShell().getDisplay());
    clipboard.setContents(
        new Object[] {damage.text()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private void save() {
    FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setText("Save List");
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setOverwrite(true);
    dialog.setFileName("integrity of " + damage.check().name() + ".txt");
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      Path file = Path.of(chosen);
      OwnerOnly.createFileIfMissing(file);
      Files.writeString(file, damage.text());
    } catch (IOException e) {
      PlainDialog.openError(
          getShell(),
          "Save List",
          "The list could not be saved to "
              + chosen
              + ": "
              + e.getMessage()
              + ".\n\nChoose another folder, or make room on the disk.");
    }
  }

  /** Shows what is wrong, in the display's thread. */
  static void show(CaseCheck check) {
    new IntegrityDialog(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), check)
        .open();
  }
}
