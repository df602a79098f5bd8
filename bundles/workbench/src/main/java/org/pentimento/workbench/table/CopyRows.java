package org.pentimento.workbench.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.chart.Values;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.input.TakenOut;
import org.pentimento.workbench.preferences.DialogFolders;

/** Copies the selected rows of a table, or all rows, as spreadsheets take them, and saves them. */
public final class CopyRows {
  private CopyRows() {}

  /** Adds Ctrl+C, Ctrl+A and a context menu to a table. */
  public static void on(Table table) {
    Menu menu = new Menu(table);
    item(menu, "&Copy\tCtrl+C", () -> copy(table));
    if ((table.getStyle() & SWT.MULTI) != 0) {
      item(menu, "Select &All\tCtrl+A", table::selectAll);
    }
    item(menu, "&Save as CSV …", () -> save(table));
    ColumnWords.on(table, menu);
    table.setMenu(menu);
    table.addListener(
        SWT.KeyDown,
        (Event e) -> {
          if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
            copy(table);
          } else if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'a') {
            table.selectAll();
          }
        });
  }

  private static void item(Menu menu, String text, Runnable work) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(text);
    item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> work.run()));
  }

  private static List<String> heads(Table table) {
    List<String> heads = new ArrayList<>();
    for (TableColumn column : table.getColumns()) {
      heads.add(column.getText());
    }
    return heads;
  }

  private static List<List<@Nullable Object>> rows(Table table) {
    TableItem[] chosen = table.getSelectionCount() > 0 ? table.getSelection() : table.getItems();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TableItem item : chosen) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 0; i < table.getColumnCount(); i++) {
        row.add(item.getText(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static void copy(Table table) {
    List<List<@Nullable Object>> rows = rows(table);
    if (rows.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(String.join("\t", heads(table))).append('\n');
    for (List<@Nullable Object> row : rows) {
      StringJoiner line = new StringJoiner("\t");
      row.forEach(cell -> line.add(String.valueOf(cell)));
      text.append(line).append('\n');
    }
    Clipboard clipboard = new Clipboard(table.getDisplay());
    clipboard.setContents(
        new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  private static void save(Table table) {
    TakenOut from = TakenOut.now();
    FileDialog dialog = new FileDialog(table.getShell(), SWT.SAVE);
    dialog.setText("Save Table");
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setOverwrite(true);
    dialog.setFilterExtensions(new String[] {"*.csv", "*"});
    dialog.setFileName("table.csv");
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      Path file = Path.of(chosen);
      OwnerOnly.createFileIfMissing(file);
      Files.writeString(file, new Values(heads(table), rows(table)).csv());
      Job.createSystem(
              "Logging a saved table",
              (ICoreRunnable) monitor -> from.saved(Exported.Kind.TABLES, file))
          .schedule();
    } catch (IOException e) {
      PlainDialog.openError(
          table.getShell(),
          "Save Table",
          "The table could not be saved to "
              + chosen
              + ": "
              + e.getMessage()
              + ".\n\nChoose another folder, or make room on the disk.");
    }
  }
}
