package org.pentimento.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.chart.Typeface;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.Table.Column;
import org.pentimento.report.part.Table.Kind;

/**
 * Sets tables. Small ones stay on one page, larger ones go on over pages and repeat their heads
 * there, a few rows at least on each.
 */
final class TableSetter {
  private static final double GAP = 9;
  private static final double PAD = 3.2;
  private static final int ROWS_TOGETHER = 3;

  /** What is to stay together is no higher than this share of a page. */
  private static final double SHARE_TOGETHER = .23;

  private final Flow flow;
  private final Table table;
  private final List<Double> lefts = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();

  TableSetter(Flow flow, Table table) {
    this.flow = flow;
    this.table = table;
    double total = table.columns().stream().mapToDouble(Column::weight).sum();
    double room = Flow.WIDTH - GAP * (table.columns().size() - 1);
    double x = Flow.LEFT;
    for (Column column : table.columns()) {
      double width = room * column.weight() / total;
      lefts.add(x);
      widths.add(width);
      x += width + GAP;
    }
  }

  /** The height of the whole table. */
  double height() {
    return flow.height(table.caption(), TextStyle.SMALL, Flow.WIDTH)
        + headHeight()
        + table.rows().stream().mapToDouble(row -> height(row) + .4).sum()
        + 20;
  }

  /** The height of what a table begins with on a page. */
  double beginning() {
    return beginning(table.rows().stream().map(this::height).toList());
  }

  private double beginning(List<Double> heights) {
    return flow.height(table.caption(), TextStyle.SMALL, Flow.WIDTH)
        + headHeight()
        + Math.max(together(heights, 0, heights.size()), together(heights, 0, ROWS_TOGETHER))
        + 12;
  }

  void set() throws IOException {
    List<Double> heights = table.rows().stream().map(this::height).toList();
    flow.space(6);
    flow.need(beginning(heights));
    flow.paragraph(table.caption(), TextStyle.SMALL, 3);
    flow.tags().within("Table", () -> rows(heights));
    if (table.rows().isEmpty()) {
      flow.paragraph("none", TextStyle.CELL, 3);
    }
    flow.space(10);
  }

  private void rows(List<Double> heights) throws IOException {
    head();
    int rows = heights.size();
    for (int i = 0; i < rows; i++) {
      double before = flow.y();
      boolean last = i > 0 && i == rows - ROWS_TOGETHER;
      flow.need(last ? together(heights, i, rows) : heights.get(i));
      if (flow.y() < before) {
        flow.tags().ornament(this::head); // read once is enough
      }
      row(table.rows().get(i), heights.get(i));
    }
  }

  /** The height of some rows if they can stay together, otherwise that of the first of them. */
  private static double together(List<Double> heights, int from, int to) {
    double first = heights.stream().skip(from).findFirst().orElse(0.);
    double sum = heights.stream().limit(to).skip(from).mapToDouble(h -> h + .4).sum();
    return sum <= SHARE_TOGETHER * (Flow.BOTTOM - Flow.TOP) ? sum : first;
  }

  private double headHeight() {
    double height = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      height =
          Math.max(
              height,
              flow.height(table.columns().get(i).name(), TextStyle.CELL_HEAD, widths.get(i)));
    }
    return height + 2 * PAD;
  }

  private void head() throws IOException {
    double height = headHeight();
    double top = flow.y();
    flow.tags()
        .within(
            "TR",
            () -> {
              for (int i = 0; i < table.columns().size(); i++) {
                int column = i;
                flow.tags().head(() -> headCell(column, top + height - PAD), "Column");
              }
            });
    flow.rule(Flow.LEFT, top + height, Flow.WIDTH, .9, TextStyle.INK);
    flow.moveTo(top + height + 1);
  }

  private void headCell(int i, double bottom) throws IOException {
    Column column = table.columns().get(i);
    double own = flow.height(column.name(), TextStyle.CELL_HEAD, widths.get(i));
    flow.block(
        column.name(),
        TextStyle.CELL_HEAD,
        lefts.get(i),
        bottom - own,
        widths.get(i),
        side(column));
  }

  private void row(List<Cell> row, double height) throws IOException {
    double top = flow.y();
    flow.tags()
        .within(
            "TR",
            () -> {
              for (int i = 0; i < row.size(); i++) {
                int column = i;
                Tags.Content cell = () -> cell(column, row.get(column), top + PAD);
                if (i == 0) {
                  flow.tags().head(cell, "Row");
                } else {
                  flow.tags().within("TD", cell);
                }
              }
            });
    flow.rule(Flow.LEFT, top + height, Flow.WIDTH, .4, TextStyle.RULE);
    flow.moveTo(top + height + .4);
  }

  private void cell(int i, Cell cell, double top) throws IOException {
    Flow.Side side = side(table.columns().get(i));
    double at = flow.block(cell.text(), style(i), lefts.get(i), top, widths.get(i), side);
    if (!cell.detail().isEmpty()) {
      flow.block(cell.detail(), TextStyle.DETAIL, lefts.get(i), at, widths.get(i), side);
    }
  }

  private double height(List<Cell> row) {
    double height = 0;
    for (int i = 0; i < row.size(); i++) {
      double own = flow.height(row.get(i).text(), style(i), widths.get(i));
      if (!row.get(i).detail().isEmpty()) {
        own += flow.height(row.get(i).detail(), TextStyle.DETAIL, widths.get(i));
      }
      height = Math.max(height, own);
    }
    return height + 2 * PAD;
  }

  private TextStyle style(int column) {
    if (table.columns().get(column).kind() == Kind.CODE) {
      return TextStyle.CODE;
    }
    TextStyle cell = TextStyle.CELL;
    return column == 0
        ? new TextStyle(Typeface.SANS_BOLD, cell.size(), cell.leading(), cell.color())
        : cell;
  }

  private static Flow.Side side(Column column) {
    return column.kind() == Kind.NUMBER ? Flow.Side.RIGHT : Flow.Side.LEFT;
  }
}
