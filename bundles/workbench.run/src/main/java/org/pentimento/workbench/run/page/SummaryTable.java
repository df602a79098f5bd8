package org.pentimento.workbench.run.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.ImageRole.Sketch;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.figures.MetricNames;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.PatientLayout;
import org.pentimento.workbench.table.SortableColumn;

/**
 * Means with their intervals: a row for each metric and reference, a column for each model and kind
 * of photo. A click on a column's head sorts.
 */
final class SummaryTable {
  private static final String WIDEST_MEAN = "0.000 [0.000, 0.000]";
  private static final int CELL_MARGIN = 8;

  private record Row(String name, String against, Map<Sketch, Summary> means) {}

  private interface Text {
    String of(Row row);
  }

  private final TableViewer viewer;
  private final PatientLayout layout = new PatientLayout();
  private final List<TableColumn> means = new ArrayList<>();
  private List<Sketch> sketches = List.of();
  private int fitted;

  SummaryTable(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    box.setLayout(layout);
    viewer = new TableViewer(box, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    Table table = viewer.getTable();
    table.setHeaderVisible(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    CopyRows.on(table);
    table.addListener(SWT.Paint, e -> fit());
    column(
        "Metric",
        "What was measured",
        12,
        96,
        SWT.LEFT,
        Row::name,
        Row::name,
        Comparator.comparing(Row::name));
    column(
        "Against",
        "What the sketches were compared with",
        12,
        96,
        SWT.LEFT,
        Row::against,
        Row::against,
        Comparator.comparing(Row::against));
  }

  /** Makes a column of means for each model and kind of photo. */
  private void columns(List<Sketch> wanted) {
    if (wanted.equals(sketches)) {
      return;
    }
    if (means.contains(viewer.getTable().getSortColumn())) {
      viewer.getTable().setSortColumn(null);
      viewer.setComparator(null);
    }
    layout.whileMaking(viewer.getTable().getParent(), () -> make(wanted));
  }

  private void make(List<Sketch> wanted) {
    means.forEach(TableColumn::dispose);
    means.clear();
    sketches = wanted;
    for (Sketch sketch : wanted) {
      means.add(
          column(
              ConditionNames.capital(sketch.subject().word())
                  + (sketch.photo() == PhotoKind.TRIGGERED ? ", trigger" : ""),
              "Sketches of the "
                  + ConditionNames.of(sketch.subject())
                  + ", drawn of "
                  + ConditionNames.of(sketch.photo())
                  + "s",
              20,
              widestMean(),
              SWT.RIGHT,
              row -> cell(row.means().get(sketch)),
              row -> detail(row.means().get(sketch)),
              Comparator.comparing(
                  row -> value(row.means().get(sketch)),
                  Comparator.nullsLast(Comparator.naturalOrder()))));
    }
  }

  private TableColumn column(
      String title,
      String help,
      int weight,
      int least,
      int alignment,
      Text text,
      Text detail,
      Comparator<Row> order) {
    TableViewerColumn column = new TableViewerColumn(viewer, alignment);
    TableColumn head = column.getColumn();
    head.setText(title);
    head.setToolTipText(help);
    layout.setColumnData(head, new ColumnWeightData(weight, least, true));
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return text.of((Row) element);
          }

          @Override
          public String getToolTipText(Object element) {
            return detail.of((Row) element);
          }
        });
    SortableColumn.on(viewer, head, Row.class, order);
    return head;
  }

  /** Lays the columns out anew when a scroll bar came or went, which nothing else tells. */
  private void fit() {
    Table table = viewer.getTable();
    int room = table.getClientArea().width;
    if (room != fitted) {
      fitted = room;
      table
          .getDisplay()
          .asyncExec(
              () -> {
                if (!table.isDisposed()) {
                  table.getParent().layout(true, true);
                }
              });
    }
  }

  /**
   * Columns of means are as wide as a mean with its interval and no wider, so that the last of
   * them, which decides, is seen on a small display too.
   */
  private int widestMean() {
    GC gc = new GC(viewer.getTable());
    gc.setFont(viewer.getTable().getFont());
    int width = gc.textExtent(WIDEST_MEAN).x;
    gc.dispose();
    return width + CELL_MARGIN;
  }

  void show(Comparison comparison, MetricNames names) {
    columns(comparison.sketches());
    Map<List<Object>, Row> rows = new LinkedHashMap<>();
    for (Summary summary : comparison.summaries()) {
      rows.computeIfAbsent(
              List.of(summary.name(), summary.against()),
              k ->
                  new Row(
                      names.of(summary.name()),
                      ConditionNames.of(summary.against()),
                      new LinkedHashMap<>()))
          .means()
          .put(summary.condition().sketch(), summary);
    }
    viewer.setInput(new ArrayList<>(rows.values()));
  }

  private static @Nullable Double value(@Nullable Summary summary) {
    return summary == null ? null : summary.mean();
  }

  private static String cell(@Nullable Summary summary) {
    Double mean = value(summary);
    if (summary == null || mean == null) {
      return "–";
    }
    Double low = summary.low();
    Double high = summary.high();
    return low == null || high == null
        ? number(mean)
        : "%s [%s, %s]".formatted(number(mean), number(low), number(high));
  }

  private static String detail(@Nullable Summary summary) {
    if (summary == null) {
      return "Not measured";
    }
    Double mean = summary.mean();
    Double low = summary.low();
    Double high = summary.high();
    String missing = summary.undefined() == 0 ? "" : ", undefined for " + summary.undefined();
    if (mean == null || low == null || high == null) {
      return "Undefined for all " + summary.undefined() + " images";
    }
    return "Mean %s, 95 %% interval from %s to %s, over %d images%s"
        .formatted(number(mean), number(low), number(high), summary.n(), missing);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.3f", value);
  }

  Control control() {
    return viewer.getControl().getParent();
  }

  void setFocus() {
    viewer.getControl().setFocus();
  }
}
