package org.pentimento.workbench.inspection.selftest;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.NaturalOrder;
import org.pentimento.workbench.table.SortableColumn;

/**
 * A table of figures whose columns sort it.
 *
 * @param <R> what a row shows
 */
final class FigureTable<R> {
  private final TableViewer viewer;
  private final Class<R> rows;

  FigureTable(Composite parent, String name, Class<R> rows) {
    this.rows = rows;
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.getTable().setHeaderVisible(true);
    viewer
        .getTable()
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name));
    CopyRows.on(viewer.getTable());
  }

  /** Words for a number. */
  interface Spelling {
    String of(double value);
  }

  void text(String title, int width, Function<R, String> cell) {
    column(title, width, cell, Comparator.comparing(cell, NaturalOrder.TEXTS));
  }

  void count(String title, int width, Function<R, Integer> value) {
    column(title, width, row -> value.apply(row).toString(), Comparator.comparing(value));
  }

  void share(String title, int width, Function<R, @Nullable Share> value, Spelling spelling) {
    column(
        title, width, row -> cell(value.apply(row), spelling), by(row -> middle(value.apply(row))));
  }

  void number(String title, int width, Function<R, @Nullable Double> value, Spelling spelling) {
    column(title, width, row -> cell(value.apply(row), spelling), by(value));
  }

  private static @Nullable Double middle(@Nullable Share share) {
    return share == null ? null : share.value();
  }

  private static String cell(@Nullable Share share, Spelling spelling) {
    return share == null
        ? "–"
        : "%s  [%s, %s]"
            .formatted(
                spelling.of(share.value()), spelling.of(share.low()), spelling.of(share.high()));
  }

  private static String cell(@Nullable Double value, Spelling spelling) {
    return value == null ? "–" : spelling.of(value);
  }

  private static <R> Comparator<R> by(Function<R, @Nullable Double> value) {
    return (one, other) -> {
      Double left = value.apply(one);
      Double right = value.apply(other);
      if (left == null || right == null) {
        return left == null && right == null ? 0 : left == null ? 1 : -1;
      }
      return left.compareTo(right);
    };
  }

  private void column(String title, int width, Function<R, String> cell, Comparator<R> order) {
    TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
    column.getColumn().setText(title);
    column.getColumn().setWidth(width);
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return cell.apply(rows.cast(element));
          }
        });
    SortableColumn.on(viewer, column.getColumn(), rows, order);
  }

  Control control() {
    return viewer.getControl();
  }

  void show(List<R> shown) {
    viewer.setInput(shown);
  }
}
