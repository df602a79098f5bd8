package org.pentimento.workbench.inspection.overview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.table.CopyRows;

/** What an inspection was made with, as rows of name and value. */
public final class MethodTable {
  private final Table table;

  /** Makes an empty table. */
  public MethodTable(Composite parent) {
    table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setHeaderVisible(true);
    for (String title : List.of("What", "Value")) {
      new TableColumn(table, SWT.NONE).setText(title);
    }
    table.getColumn(0).setWidth(190);
    table.getColumn(1).setWidth(640);
    table
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "How it was inspected"));
    CopyRows.on(table);
  }

  /** The control to lay out. */
  public Table control() {
    return table;
  }

  /** Fills the table anew with what is added. */
  public void fill(Runnable adding) {
    table.setRedraw(false);
    table.removeAll();
    adding.run();
    table.setRedraw(true);
  }

  /** Adds a row. */
  public void row(String what, String value) {
    new TableItem(table, SWT.NONE).setText(new String[] {what, value});
  }

  /** Adds a data set. */
  public void data(String kind, InspectedData data) {
    row(kind, data.dataset() + ", format " + data.format());
    row(kind + ", SHA-256", data.digest());
    row(
        "Looked at",
        NumberWords.count(data.count(), "pair", "pairs")
            + " of "
            + data.width()
            + " × "
            + data.height()
            + " pixels, with eyes "
            + data.withEyes());
    new TreeMap<>(data.skipped()).forEach((pair, why) -> row("Skipped: " + pair, why));
    new TreeMap<>(data.leftOutAtImport()).forEach((file, why) -> row("In no pair: " + file, why));
  }

  /**
   * Adds an extension with its settings.
   *
   * @param problem why it says nothing; empty if it spoke
   */
  public void use(String kind, ExtensionUse use, String problem) {
    String settings = settings(use);
    row(kind, use.name() + " " + use.version() + (settings.isEmpty() ? "" : ": " + settings));
    if (!use.citation().isEmpty()) {
      row("", use.citation());
    }
    if (!problem.isEmpty()) {
      row("", "says nothing: " + problem);
    }
  }

  /** Settings of an extension as one line. */
  public static String settings(ExtensionUse use) {
    return new TreeMap<>(use.settings())
        .entrySet().stream()
            .map((Map.Entry<String, Object> e) -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
  }
}
