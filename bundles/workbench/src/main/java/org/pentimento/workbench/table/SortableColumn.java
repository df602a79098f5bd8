package org.pentimento.workbench.table;

import java.util.Comparator;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** A column that sorts its table when its head is clicked, upside down at the second click. */
public final class SortableColumn {
  private SortableColumn() {}

  /**
   * Makes a column sortable.
   *
   * @param rows type of the table's rows
   * @param order of the rows at the first click
   */
  public static <R> void on(
      TableViewer viewer, TableColumn column, Class<R> rows, Comparator<R> order) {
    column.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> sort(viewer, column, rows, order)));
  }

  private static <R> void sort(
      TableViewer viewer, TableColumn column, Class<R> rows, Comparator<R> order) {
    Table table = viewer.getTable();
    boolean down = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
    table.setSortColumn(column);
    table.setSortDirection(down ? SWT.DOWN : SWT.UP);
    Comparator<R> wanted = down ? order.reversed() : order;
    viewer.setComparator(
        new ViewerComparator() {
          @Override
          public int compare(Viewer v, Object one, Object other) {
            return wanted.compare(rows.cast(one), rows.cast(other));
          }
        });
  }
}
