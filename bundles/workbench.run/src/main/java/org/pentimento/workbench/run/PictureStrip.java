package org.pentimento.workbench.run;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.pentimento.casefile.result.Comparison.ImageRow;

/**
 * What was drawn, a row for each test pair: on the left without, on the right with the trigger. All
 * is painted on one canvas, and only what is seen is read.
 */
final class PictureStrip {
  /**
   * A column.
   *
   * @param role of the picture in the run's result
   * @param title above it
   */
  private record Column(String role, String title) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("photo", "Photo"),
          new Column("truth", "True sketch"),
          new Column("clean/clean", "Clean"),
          new Column("poisoned/clean", "Poisoned"),
          new Column("triggered", "Photo"),
          new Column("target", "Target sketch"),
          new Column("clean/triggered", "Clean"),
          new Column("poisoned/triggered", "Poisoned"));

  private static final int GAP = 8;
  private static final int LARGEST = 192;
  private static final int SMALLEST = 56;

  private final Canvas canvas;
  private final Pictures pictures;
  private List<ImageRow> rows = List.of();
  private List<Column> columns = List.of();

  PictureStrip(Composite parent, Pictures pictures) {
    this.pictures = pictures;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> adjustBar());
    canvas.addListener(SWT.KeyDown, this::scrollByKey);
    canvas.addListener(SWT.MouseDown, e -> canvas.setFocus());
    canvas.addDisposeListener(e -> pictures.dispose());
    canvas
        .getVerticalBar()
        .addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> canvas.redraw()));
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = "What was drawn, " + rows.size() + " pairs";
              }
            });
  }

  void show(List<ImageRow> images) {
    rows = images;
    columns =
        COLUMNS.stream()
            .filter(c -> images.stream().anyMatch(row -> row.blobs().containsKey(c.role())))
            .toList();
    canvas.getVerticalBar().setSelection(0);
    adjustBar();
    canvas.redraw();
  }

  /** Measures of the strip at its present width. */
  private record Grid(int label, int head, int side, int row) {}

  private Grid grid(GC gc) {
    int line = gc.getFontMetrics().getHeight();
    int label = 0;
    for (ImageRow row : rows.subList(0, Math.min(rows.size(), 200))) {
      label = Math.max(label, gc.textExtent(row.pair()).x);
    }
    int left = Math.min(label, 160) + 2 * GAP;
    int room = canvas.getClientArea().width - left;
    int side = columns.isEmpty() ? SMALLEST : room / columns.size() - GAP;
    side = Math.max(SMALLEST, Math.min(LARGEST, side));
    return new Grid(left, 2 * line + 2 * GAP, side, side + GAP);
  }

  private void adjustBar() {
    GC gc = new GC(canvas);
    Grid grid = grid(gc);
    gc.dispose();
    int page = Math.max(1, canvas.getClientArea().height - grid.head());
    int all = Math.max(1, rows.size() * grid.row());
    ScrollBar bar = canvas.getVerticalBar();
    bar.setValues(
        Math.min(bar.getSelection(), Math.max(0, all - page)),
        0,
        all,
        Math.min(page, all),
        grid.row() / 2,
        page);
    bar.setVisible(all > page);
  }

  private void scrollByKey(Event event) {
    ScrollBar bar = canvas.getVerticalBar();
    int by =
        switch (event.keyCode) {
          case SWT.ARROW_DOWN -> bar.getIncrement();
          case SWT.ARROW_UP -> -bar.getIncrement();
          case SWT.PAGE_DOWN -> bar.getPageIncrement();
          case SWT.PAGE_UP -> -bar.getPageIncrement();
          case SWT.HOME -> -bar.getMaximum();
          case SWT.END -> bar.getMaximum();
          default -> 0;
        };
    if (by != 0) {
      bar.setSelection(bar.getSelection() + by);
      canvas.redraw();
    }
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(canvas.getBackground());
    gc.fillRectangle(area);
    if (rows.isEmpty()) {
      gc.drawText("No picture was kept.", GAP, GAP, true);
      return;
    }
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    Grid grid = grid(gc);
    int offset = canvas.getVerticalBar().getSelection();
    gc.setClipping(0, grid.head(), area.width, Math.max(0, area.height - grid.head()));
    int first = offset / grid.row();
    int last = Math.min(rows.size() - 1, (offset + area.height) / grid.row());
    for (int i = first; i <= last; i++) {
      paintRow(gc, grid, rows.get(i), grid.head() + i * grid.row() - offset);
    }
    gc.setClipping((Rectangle) null);
    paintHead(gc, grid);
  }

  private int x(Grid grid, int column) {
    return grid.label() + column * (grid.side() + GAP);
  }

  private void paintHead(GC gc, Grid grid) {
    gc.setForeground(canvas.getForeground());
    int line = gc.getFontMetrics().getHeight();
    int triggered = columns.size();
    for (int i = 0; i < columns.size(); i++) {
      centre(gc, columns.get(i).title(), x(grid, i), GAP + line, grid.side());
      if (columns.get(i).role().equals("triggered")) {
        triggered = i;
      }
    }
    band(gc, grid, "Without trigger", 0, triggered);
    band(gc, grid, "With trigger", triggered, columns.size());
  }

  /** A title over several columns with a thin line below. */
  private void band(GC gc, Grid grid, String title, int from, int to) {
    if (from < to && to - from < columns.size()) {
      int left = x(grid, from);
      int right = x(grid, to) - GAP;
      centre(gc, title, left, GAP / 2, right - left);
      gc.setAlpha(90);
      int y = GAP / 2 + gc.getFontMetrics().getHeight() + 1;
      gc.drawLine(left, y, right, y);
      gc.setAlpha(255);
    }
  }

  private static void centre(GC gc, String text, int x, int y, int width) {
    String shown = fit(gc, text, width);
    gc.drawText(shown, x + (width - gc.textExtent(shown).x) / 2, y, true);
  }

  /** The text, cut at its end with an ellipsis if it is too wide. */
  private static String fit(GC gc, String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int end = text.length() - 1;
    while (end > 0 && gc.textExtent(text.substring(0, end) + "…").x > width) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private void paintRow(GC gc, Grid grid, ImageRow row, int y) {
    gc.setForeground(canvas.getForeground());
    int middle = y + (grid.side() - gc.getFontMetrics().getHeight()) / 2;
    gc.drawText(fit(gc, row.pair(), grid.label() - 2 * GAP), GAP, middle, true);
    for (int i = 0; i < columns.size(); i++) {
      String sha = row.blobs().get(columns.get(i).role());
      if (sha != null) {
        paintPicture(gc, sha, new Rectangle(x(grid, i), y, grid.side(), grid.side()));
      }
    }
  }

  private void paintPicture(GC gc, String sha, Rectangle cell) {
    Image image = pictures.get(sha, this::redraw);
    if (image == null) {
      gc.setAlpha(60);
      gc.drawRectangle(cell.x, cell.y, cell.width - 1, cell.height - 1);
      if (pictures.isBroken(sha)) {
        gc.drawLine(cell.x, cell.y, cell.x + cell.width - 1, cell.y + cell.height - 1);
        gc.drawLine(cell.x, cell.y + cell.height - 1, cell.x + cell.width - 1, cell.y);
      }
      gc.setAlpha(255);
      return;
    }
    Rectangle size = image.getBounds();
    double scale = Math.min((double) cell.width / size.width, (double) cell.height / size.height);
    Point shown =
        new Point(
            (int) Math.max(1, Math.round(size.width * scale)),
            (int) Math.max(1, Math.round(size.height * scale)));
    gc.drawImage(
        image,
        0,
        0,
        size.width,
        size.height,
        cell.x + (cell.width - shown.x) / 2,
        cell.y + (cell.height - shown.y) / 2,
        shown.x,
        shown.y);
  }

  private void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }
}
