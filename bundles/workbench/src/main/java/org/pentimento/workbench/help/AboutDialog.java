package org.pentimento.workbench.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.workbench.look.Icons;

/** Says what the product is, which versions it is made of, and under which licences. */
final class AboutDialog extends Dialog {
  private static final int COPY = IDialogConstants.CLIENT_ID + 1;

  private String copied = "";

  AboutDialog(Shell parent) {
    super(parent);
    setShellStyle(getShellStyle() | SWT.RESIZE);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("About Pentimento");
  }

  @Override
  protected Point getInitialSize() {
    return new Point(640, 520);
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).spacing(14, 4).applyTo(area);
    LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), area);
    Label picture = new Label(area, SWT.NONE);
    picture.setImage(images.create(Icons.PENTIMENTO.descriptor()));
    GridDataFactory.swtDefaults().span(1, 2).align(SWT.CENTER, SWT.BEGINNING).applyTo(picture);
    Label name = new Label(area, SWT.NONE);
    name.setText("Pentimento");
    name.setFont(JFaceResources.getHeaderFont());
    Label words = new Label(area, SWT.WRAP);
    words.setText(
        "Brings to light what was hidden in photo-to-sketch data and models. Apache License 2.0.");
    GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).applyTo(words);
    TabFolder tabs = new TabFolder(area, SWT.NONE);
    GridDataFactory.fillDefaults().span(2, 1).grab(true, true).indent(0, 8).applyTo(tabs);
    Table versions = versions(tabs);
    StyledText notice = text(tabs, "Works of others");
    StyledText licence = text(tabs, "Licence");
    fill(versions, notice, licence);
    return area;
  }

  private static Table versions(TabFolder tabs) {
    Composite page = new Composite(tabs, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    page.setLayout(layout);
    Table table = new Table(page, SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    column(table, layout, "What", 40);
    column(table, layout, "Version", 60);
    TabItem tab = new TabItem(tabs, SWT.NONE);
    tab.setText("Versions");
    tab.setControl(page);
    return table;
  }

  private static void column(Table table, TableColumnLayout layout, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, 80, true));
  }

  private static StyledText text(TabFolder tabs, String title) {
    StyledText text = new StyledText(tabs, SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP | SWT.MULTI);
    text.setMargins(10, 8, 10, 8);
    TabItem tab = new TabItem(tabs, SWT.NONE);
    tab.setText(title);
    tab.setControl(text);
    return text;
  }

  /** Fills in versions and licences, which are read in another thread. */
  private void fill(Table table, StyledText notice, StyledText licence) {
    String home =
        FrameworkUtil.getBundle(AboutDialog.class)
            .getBundleContext()
            .getProperty("pentimento.home");
    record Contents(Map<String, String> versions, String notice, String licence) {}
    CompletableFuture.supplyAsync(
            () ->
                new Contents(
                    Versions.all(), file(Path.of(home, "NOTICE")), file(Path.of(home, "LICENSE"))))
        .thenAccept(
            contents ->
                table
                    .getDisplay()
                    .asyncExec(
                        () -> {
                          if (table.isDisposed()) {
                            return;
                          }
                          contents
                              .versions()
                              .forEach(
                                  (what, version) ->
                                      new TableItem(table, SWT.NONE)
                                          .setText(new String[] {what, version}));
                          notice.setText(contents.notice());
                          licence.setText(contents.licence());
                          copied =
                              contents.versions().entrySet().stream()
                                  .map(e -> e.getKey() + ": " + e.getValue())
                                  .collect(Collectors.joining("\n"));
                        }));
  }

  private static String file(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "The file " + file + " cannot be read. Install Pentimento again.";
    }
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, COPY, "Copy &Versions", false);
    createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
  }

  @Override
  protected void buttonPressed(int button) {
    if (button == COPY && !copied.isEmpty()) {
      Clipboard clipboard = new Clipboard(getShell().getDisplay());
      clipboard.setContents(new Object[] {copied}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    } else if (button == IDialogConstants.CLOSE_ID) {
      close();
    }
  }
}
