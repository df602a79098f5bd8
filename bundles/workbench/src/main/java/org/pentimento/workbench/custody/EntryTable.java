package org.pentimento.workbench.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
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
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final int LONGEST = 60;

  private static final int AT_ONCE = 200;

  private final Composite box;
  private final Table table;
  private List<Entry> entries = List.of();

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
    if (to < shown.size()) {
      table.getDisplay().asyncExec(() -> add(shown));
    }
  }

  /** All that a row shows of an entry, in small letters. */
  static String text(Entry entry) {
    return (TIME.format(entry.time())
            + " "
            + entry.actor()
            + " "
            + entry.action().replace('-', ' ')
            + " "
            + particulars(entry.body()))
        .toLowerCase(Locale.ROOT);
  }

  private void fill(TableItem item, int index) {
    Entry entry = entries.get(entries.size() - 1 - index);
    item.setText(
        new String[] {
          Long.toString(entry.number()),
          TIME.format(entry.time()),
          entry.actor(),
          entry.action().replace('-', ' '),
          particulars(entry.body())
        });
  }

  /**
   * The simple values of an entry's body, and those of what is in it, such as the files of a
   * report; long ones, such as hashes, are cut.
   */
  static String particulars(JsonNode body) {
    StringJoiner text = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      JsonNode value = field.getValue();
      String words =
          value.isObject()
              ? simple(value)
              : value.isArray() || value.isNull() ? "" : cut(value.asText());
      if (!words.isEmpty()) {
        text.add(field.getKey() + " " + words);
      }
    }
    return text.toString();
  }

  private static String simple(JsonNode object) {
    StringJoiner text = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String value = field.getValue().asText(); // empty for what is not simple
      if (!value.isEmpty() && !field.getValue().isNull()) {
        text.add(field.getKey() + " " + cut(value));
      }
    }
    return text.toString();
  }

  private static String cut(String value) {
    if (value.matches("[0-9a-f]{64}")) {
      return value.substring(0, 8) + "…";
    }
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
