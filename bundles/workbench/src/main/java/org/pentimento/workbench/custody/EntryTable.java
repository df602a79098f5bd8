package org.pentimento.workbench.custody;

import java.util.List;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pentimento.casefile.log.Entry;
import org.pentimento.workbench.table.CopyRows;

/** A table of the entries of a custody log, the latest first. Long logs are filled in portions. */
final class EntryTable {
  private static final int AT_ONCE = 200;

  private final Composite box;
  private final Table table;
  private List<Entry> entries = List.of();

  /** Number of an entry that is to be selected, 0 for none. */
  private long sought;

  EntryTable(Composite parent) {
    box = new Composite(parent, SWT.NONE);
    TableColumnLayout layout = new TableColumnLayout();
    box.setLayout(layout);
    table = new Table(box, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    column(layout, "No.", SWT.RIGHT, 6, 50);
    column(layout, "Time", SWT.LEFT, 16, 150);
    column(layout, "Who", SWT.LEFT, 16, 110);
    column(layout, "What", SWT.LEFT, 16, 175);
    column(layout, "Particulars", SWT.LEFT, 50, 200);
    CopyRows.on(table);
  }

  private void column(
      TableColumnLayout layout, String title, int alignment, int weight, int minimum) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(title);
    layout.setColumnData(column, new ColumnWeightData(weight, minimum, true));
  }

  Control control() {
    return box;
  }

  void setFocus() {
    table.setFocus();
  }

  void show(List<Entry> shown) {
    entries = shown;
    table.removeAll();
    add(shown);
  }

  /**
   * Adds some rows now and the others later, so that the window answers in between. The table is
   * not virtual: a change of theme touches rows that a virtual table has dropped, which ends the
   * process.
   */
  private void add(List<Entry> shown) {
    if (table.isDisposed() || shown != entries) {
      return;
    }
    int from = table.getItemCount();
    int to = Math.min(shown.size(), from + AT_ONCE);
    for (int i = from; i < to; i++) {
      fill(new TableItem(table, SWT.NONE), i);
    }
    reveal();
    if (to < shown.size()) {
      table.getDisplay().asyncExec(() -> add(shown));
    }
  }

  /** Selects the row of an entry, as soon as it is filled. */
  void select(long number) {
    sought = number;
    reveal();
  }

  private void reveal() {
    int row = entries.isEmpty() || sought == 0 ? -1 : (int) (last() - sought);
    if (row >= 0 && row < table.getItemCount()) {
      table.setSelection(row);
      table.showSelection();
      sought = 0;
    }
  }

  private long last() {
    return entries.get(entries.size() - 1).number();
  }

  private void fill(TableItem item, int index) {
    Entry entry = entries.get(entries.size() - 1 - index);
    item.setText(
        new String[] {
          Long.toString(entry.number()),
          EntryWords.time(entry),
          entry.actor(),
          entry.action().replace('-', ' '),
          EntryWords.particulars(entry)
        });
  }
}
