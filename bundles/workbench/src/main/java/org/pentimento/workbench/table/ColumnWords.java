package org.pentimento.workbench.table;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.pentimento.workbench.help.ContextHelp;
import org.pentimento.workbench.help.GuideWords;

/** Explains the column under the mouse: with F1, or from the context menu. */
public final class ColumnWords {
  private ColumnWords() {}

  /** Lets F1 explain the column under the mouse; elsewhere it explains the whole view. */
  public static void on(Table table) {
    ContextHelp.set(table, () -> headUnderMouse(table).map(GuideWords::help).orElse(""));
  }

  /** Adds an entry to a table's menu too, which opens the guide at the column's word. */
  static void on(Table table, Menu menu) {
    on(table);
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    String[] head = {""};
    menu.addListener(
        SWT.Show,
        e -> {
          head[0] = headUnderMouse(table).orElse("");
          item.setEnabled(GuideWords.explains(head[0]));
          item.setText(
              head[0].isEmpty()
                  ? "&What This Column Means"
                  : "&What “" + head[0].replace("&", "&&") + "” Means");
        });
    item.addListener(SWT.Selection, e -> GuideWords.show(head[0]));
  }

  private static Optional<String> headUnderMouse(Table table) {
    Point mouse = table.toControl(table.getDisplay().getCursorLocation());
    Point there = table.getParent().toControl(table.getDisplay().getCursorLocation());
    if (!table.getBounds().contains(there)) { // the heads included, which are no client area
      return Optional.empty();
    }
    ScrollBar scrolled = table.getHorizontalBar();
    int left = mouse.x + (scrolled == null ? 0 : scrolled.getSelection());
    return headAt(table, left);
  }

  /** The head of the column at a distance from the left edge of the first one. */
  static Optional<String> headAt(Table table, int left) {
    int edge = 0;
    for (int index : table.getColumnOrder()) {
      TableColumn column = table.getColumn(index);
      edge += column.getWidth();
      if (left < edge) {
        return column.getText().isBlank() ? Optional.empty() : Optional.of(column.getText());
      }
    }
    return Optional.empty();
  }
}
