package org.pentimento.workbench.exchange.exporting;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A list of things that are ticked and, if wanted, put into another order. */
final class ChosenRows {
  private final Composite box;
  private final Table table;
  private final Runnable changed;

  /**
   * What can be ticked.
   *
   * @param id by which it is chosen
   * @param name in the first column
   * @param detail in the second column
   */
  record Row(String id, String name, String detail) {}

  ChosenRows(Composite parent, String name, String detail, boolean ordered, Runnable changed) {
    this.changed = changed;
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(box);
    Composite frame = new Composite(box, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    frame.setLayout(layout);
    GridDataFactory.fillDefaults().grab(true, true).hint(420, 140).applyTo(frame);
    table = new Table(frame, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
    table.setHeaderVisible(true);
    column(layout, name, 60);
    column(layout, detail, 40);
    table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
    if (ordered) {
      Composite buttons = new Composite(box, SWT.NONE);
      GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
      button(buttons, "Move &Up", -1);
      button(buttons, "Move &Down", 1);
    }
  }

  private void column(TableColumnLayout layout, String title, int weight) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, 100, true));
  }

  private void button(Composite parent, String title, int by) {
    Button button = new Button(parent, SWT.PUSH);
    button.setText(title);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> move(by)));
  }

  private void move(int by) {
    int from = table.getSelectionIndex();
    int to = from + by;
    if (from < 0 || to < 0 || to >= table.getItemCount()) {
      return;
    }
    TableItem one = table.getItem(from);
    TableItem other = table.getItem(to);
    Row row = row(one);
    boolean ticked = one.getChecked();
    fill(one, row(other), other.getChecked());
    fill(other, row, ticked);
    table.setSelection(to);
    changed.run();
  }

  private static Row row(TableItem item) {
    return (Row) item.getData();
  }

  private static void fill(TableItem item, Row row, boolean ticked) {
    item.setText(new String[] {row.name(), row.detail()});
    item.setData(row);
    item.setChecked(ticked);
  }

  Composite control() {
    return box;
  }

  /** Shows other things, all of them ticked. */
  void show(List<Row> rows) {
    table.removeAll();
    rows.forEach(row -> fill(new TableItem(table, SWT.NONE), row, true));
  }

  /** Ids of what is ticked, from top to bottom. */
  List<String> chosen() {
    return Stream.of(table.getItems())
        .filter(TableItem::getChecked)
        .map(item -> row(item).id())
        .toList();
  }
}
