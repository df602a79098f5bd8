package org.pentimento.workbench.run.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.run.compare.ComparedRuns.Row;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.NaturalOrder;
import org.pentimento.workbench.table.PatientLayout;
import org.pentimento.workbench.table.SortableColumn;

/**
 * Means of several runs: a column for each run and, for each but the first, a column with its
 * difference to the first.
 */
final class CompareTable {
  private final PatientLayout layout = new PatientLayout();
  private final TableViewer viewer;
  private @Nullable TableColumn which;

  CompareTable(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    box.setLayout(layout);
    viewer = new TableViewer(box, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.getTable().setHeaderVisible(true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    CopyRows.on(viewer.getTable());
  }

  void columns(List<String> runs) {
    column(
        "Metric",
        15,
        SWT.LEFT,
        Row::measured,
        CompareTable::help,
        Comparator.comparing(Row::measured));
    column(
        "Against",
        12,
        SWT.LEFT,
        r -> ConditionNames.of(r.condition().reference()),
        r -> "",
        Comparator.comparing((Row r) -> r.condition().reference()));
    column(
        "Sketches",
        17,
        SWT.LEFT,
        r -> r.condition().subject().word() + ", " + r.condition().photo().word(),
        r -> ConditionNames.of(r.condition()),
        Comparator.comparing(Row::condition));
    for (int i = 0; i < runs.size(); i++) {
      int run = i;
      column(
          runs.get(i),
          20,
          SWT.RIGHT,
          r -> cell(r.cells().get(run)),
          r -> detail(r.cells().get(run)),
          by(r -> r.mean(run)));
      if (i > 0) {
        column(
            runs.size() == 2 ? "Difference" : "Difference, " + runs.get(i),
            14,
            SWT.RIGHT,
            r -> difference(r, run),
            r ->
                r.apart(run)
                    ? "The 95 % intervals do not overlap."
                    : "The 95 % intervals overlap; the difference may be chance.",
            by(r -> r.difference(run)));
      }
    }
    viewer.getControl().getParent().layout(true, true);
  }

  private static String help(Row row) {
    return row.measured().equals("Attack success")
        ? "Share of triggered photos whose sketch lies nearer to the target than to the truth"
        : "";
  }

  private static Comparator<Row> by(Function<Row, @Nullable Double> value) {
    return Comparator.comparing(
        r -> {
          Double number = value.apply(r);
          return number == null ? Double.POSITIVE_INFINITY : number;
        });
  }

  /** Shows or takes away the first column, which says to which comparison a row belongs. */
  void showsWhich(boolean shown) {
    TableColumn there = which;
    if (shown == (there != null)) {
      return;
    }
    layout.whileMaking(
        viewer.getTable().getParent(),
        () -> {
          if (there != null) {
            there.dispose();
            which = null;
          } else {
            which =
                column(
                    0,
                    "Comparison",
                    22,
                    SWT.LEFT,
                    Row::comparison,
                    Row::comparison,
                    Comparator.comparing(Row::comparison, NaturalOrder.TEXTS));
          }
        });
  }

  private void column(
      String title,
      int weight,
      int alignment,
      Function<Row, String> text,
      Function<Row, String> detail,
      Comparator<Row> order) {
    column(viewer.getTable().getColumnCount(), title, weight, alignment, text, detail, order);
  }

  private TableColumn column(
      int place,
      String title,
      int weight,
      int alignment,
      Function<Row, String> text,
      Function<Row, String> detail,
      Comparator<Row> order) {
    TableViewerColumn column = new TableViewerColumn(viewer, alignment, place);
    TableColumn head = column.getColumn();
    head.setText(title);
    head.setToolTipText(title);
    layout.setColumnData(head, new ColumnWeightData(weight, weight * 8, true));
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return text.apply((Row) element);
          }

          @Override
          public @Nullable String getToolTipText(Object element) {
            String words = detail.apply((Row) element);
            return words.isEmpty() ? null : words;
          }
        });
    SortableColumn.on(viewer, head, Row.class, order);
    return head;
  }

  void show(List<Row> rows) {
    viewer.setInput(rows);
  }

  void setFocus() {
    viewer.getControl().setFocus();
  }

  private static String cell(@Nullable Summary s) {
    Double mean = s == null ? null : s.mean();
    if (s == null || mean == null) {
      return "–";
    }
    Double low = s.low();
    Double high = s.high();
    return low == null || high == null
        ? CompareEditor.number(mean)
        : "%s  [%s, %s]"
            .formatted(
                CompareEditor.number(mean), CompareEditor.number(low), CompareEditor.number(high));
  }

  private static String detail(@Nullable Summary s) {
    return s == null ? "Not measured in this run" : "Over %d images".formatted(s.n());
  }

  private static String difference(Row row, int run) {
    Double difference = row.difference(run);
    if (difference == null) {
      return "–";
    }
    String sign = difference > 0 ? "+" : "";
    return sign + CompareEditor.number(difference) + (row.apart(run) ? ", apart" : "");
  }
}
