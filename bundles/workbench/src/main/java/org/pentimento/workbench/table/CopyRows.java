package org.pentimento.workbench.table;

import java.util.StringJoiner;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Copies the selected rows of a table, or all rows, as spreadsheets take them. */
public final class CopyRows {
  private CopyRows() {}

  /** Adds Ctrl+C and a context menu to a table. */
  public static void on(Table table) {
    Menu menu = new Menu(table);
    MenuItem copy = new MenuItem(menu, SWT.PUSH);
    copy.setText("&Copy\tCtrl+C");
    copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> copy(table)));
    table.setMenu(menu);
    table.addListener(
        SWT.KeyDown,
        (Event e) -> {
          if ((e.stateMask & SWT.MOD1) != 0 && e.keyCode == 'c') {
            copy(table);
          }
        });
  }

  private static void copy(Table table) {
    TableItem[] rows = table.getSelectionCount() > 0 ? table.getSelection() : table.getItems();
    if (rows.length == 0) {
      return;
    }
    StringBuilder text = new StringBuilder();
    StringJoiner head = new StringJoiner("\t");
    for (TableColumn column : table.getColumns()) {
      head.add(column.getText());
    }
    text.append(head).append('\n');
    for (TableItem row : rows) {
      StringJoiner line = new StringJoiner("\t");
      for (int i = 0; i < table.getColumnCount(); i++) {
        line.add(row.getText(i));
      }
      text.append(line).append('\n');
    }
    Clipboard clipboard = new Clipboard(table.getDisplay());
    clipboard.setContents(
        new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }
}
