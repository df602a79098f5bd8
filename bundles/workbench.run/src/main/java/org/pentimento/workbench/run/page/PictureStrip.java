package org.pentimento.workbench.run.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.workbench.look.Captions;
import org.pentimento.workbench.picture.CasePictures;

/**
 * The pictures of each test pair in a row: on the left without the trigger, on the right with it.
 * All rows are painted on one canvas, and only the pictures in view are read. One row can be
 * selected, by mouse or keyboard.
 */
final class PictureStrip {
  private static final ImageRole TRIGGERED = new ImageRole.Photo(PhotoKind.TRIGGERED);
  private static final int GAP = 8;
  private static final int LARGEST = 192;
  private static final int SMALLEST = 56;

  private final Canvas canvas;
  private final CasePictures pictures;
  private final Consumer<String> picked;
  private final Consumer<String> opened;
  private List<ImageRow> rows = List.of();
  private Map<String, String> remarks = Map.of();
  private String selected = "";
  private List<ImageRole> columns = List.of();

  /**
   * Makes an empty strip.
   *
   * @param picked called with the id of a pair that a person selected
   * @param opened called with the id of a pair that a person wants to see by itself
   */
  PictureStrip(
      Composite parent, CasePictures pictures, Consumer<String> picked, Consumer<String> opened) {
    this.pictures = pictures;
    this.picked = picked;
    this.opened = opened;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> adjustBar());
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseDoubleClick, e -> row(e.y).map(ImageRow::pair).ifPresent(opened));
    canvas.addListener(SWT.MouseMove, this::explain);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    menu();
    canvas
        .getVerticalBar()
        .addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> canvas.redraw()));
    canvas
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e ->
                    e.result =
                        "What was drawn, "
                            + rows.size()
                            + " pairs"
                            + (selected.isEmpty() ? "" : ", selected " + selected)));
  }

  Control control() {
    return canvas;
  }

  void setFocus() {
    canvas.setFocus();
  }

  /**
   * Shows pairs.
   *
   * @param roles the pictures that a pair may have, in the order to show
   * @param words below the names of pairs, by id
   */
  void show(List<ImageRole> roles, List<ImageRow> images, Map<String, String> words) {
    rows = images;
    remarks = words;
    columns =
        roles.stream()
            .filter(role -> images.stream().anyMatch(row -> row.blob(role).isPresent()))
            .toList();
    canvas.getVerticalBar().setSelection(0);
    adjustBar();
    canvas.redraw();
  }

  /** Selects a pair without telling, and brings it into sight. */
  void select(String pair) {
    if (!selected.equals(pair)) {
      selected = pair;
      reveal();
      canvas.redraw();
    }
  }

  private int selectedRow() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).pair().equals(selected)) {
        return i;
      }
    }
    return -1;
  }

  private void reveal() {
    int row = selectedRow();
    if (row < 0 || canvas.getClientArea().height < 1) {
      return;
    }
    GC gc = new GC(canvas);
    Grid grid = grid(gc);
    gc.dispose();
    ScrollBar bar = canvas.getVerticalBar();
    int room = canvas.getClientArea().height - grid.head();
    int top = row * grid.row();
    if (top < bar.getSelection()) {
      bar.setSelection(top);
    } else if (top + grid.row() > bar.getSelection() + room) {
      bar.setSelection(top + grid.row() - room);
    }
  }

  private void menu() {
    MenuManager menu = new MenuManager();
    Action open =
        new Action("&Open Pair") {
          @Override
          public void run() {
            opened.accept(selected);
          }
        };
    Action copy =
        new Action("&Copy Name\tCtrl+C") {
          @Override
          public void run() {
            copy();
          }
        };
    menu.add(open);
    menu.add(copy);
    menu.addMenuListener(
        m -> {
          open.setEnabled(!selected.isEmpty());
          copy.setEnabled(!selected.isEmpty());
        });
    canvas.setMenu(menu.createContextMenu(canvas));
    canvas.addDisposeListener(e -> menu.dispose());
  }

  private void copy() {
    if (!selected.isEmpty()) {
      Clipboard clipboard = new Clipboard(canvas.getDisplay());
      clipboard.setContents(new Object[] {selected}, new Transfer[] {TextTransfer.getInstance()});
      clipboard.dispose();
    }
  }

  private Optional<ImageRow> row(int y) {
    GC gc = new GC(canvas);
    Grid grid = grid(gc);
    gc.dispose();
    if (y < grid.head()) {
      return Optional.empty();
    }
    int row = (y - grid.head() + canvas.getVerticalBar().getSelection()) / grid.row();
    return row < rows.size() ? Optional.of(rows.get(row)) : Optional.empty();
  }

  private void press(Event event) {
    canvas.setFocus();
    row(event.y).ifPresent(this::pick);
  }

  private void pick(ImageRow row) {
    select(row.pair());
    picked.accept(row.pair());
  }

  private void explain(Event event) {
    String words =
        row(event.y)
            .map(r -> r.pair() + remark(r, ": "))
            .map(w -> w.replace("&", "&&"))
            .orElse(null);
    if (!Objects.equals(words, canvas.getToolTipText())) {
      canvas.setToolTipText(words);
    }
  }

  private String remark(ImageRow row, String before) {
    String words = remarks.get(row.pair());
    return words == null ? "" : before + words;
  }

  /** Measures of the strip at its present width. */
  private record Grid(int label, int head, int side, int row) {}

  private Grid grid(GC gc) {
    int line = gc.getFontMetrics().getHeight();
    int label = 0;
    for (ImageRow row : rows.subList(0, Math.min(rows.size(), 200))) {
      label = Math.max(label, gc.textExtent(row.pair()).x);
      label = Math.max(label, gc.textExtent(remark(row, "")).x);
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

  private void key(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
      copy();
      return;
    }
    int page = Math.max(1, canvas.getVerticalBar().getPageIncrement() / (SMALLEST + GAP));
    int now = selectedRow();
    int to =
        switch (event.keyCode) {
          case SWT.ARROW_DOWN -> now + 1;
          case SWT.ARROW_UP -> Math.max(0, now - 1);
          case SWT.PAGE_DOWN -> now + page;
          case SWT.PAGE_UP -> Math.max(0, now - page);
          case SWT.HOME -> 0;
          case SWT.END -> rows.size() - 1;
          default -> -1;
        };
    if (event.keyCode == SWT.CR && now >= 0) {
      opened.accept(selected);
    } else if (to >= 0 && !rows.isEmpty()) {
      pick(rows.get(Math.min(to, rows.size() - 1)));
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
      centre(gc, title(gc, columns.get(i), grid.side()), x(grid, i), GAP + line, grid.side());
      if (columns.get(i).equals(TRIGGERED)) {
        triggered = i;
      }
    }
    band(gc, grid, "Without trigger", 0, triggered);
    band(gc, grid, "With trigger", triggered, columns.size());
  }

  /** What stands above a column; the bands say which photos the models drew. */
  private static String title(GC gc, ImageRole role, int width) {
    if (role instanceof ImageRole.Photo) {
      return "Photo";
    } else if (role instanceof ImageRole.Sketch sketch) {
      String whole = ConditionNames.capital(ConditionNames.of(sketch.subject()));
      return gc.textExtent(whole).x <= width
          ? whole
          : ConditionNames.capital(sketch.subject().word());
    }
    return ConditionNames.capital(ConditionNames.of(role));
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
    String shown = Captions.fit(gc, text, width);
    gc.drawText(shown, x + (width - gc.textExtent(shown).x) / 2, y, true);
  }

  private void paintRow(GC gc, Grid grid, ImageRow row, int y) {
    if (row.pair().equals(selected)) {
      gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setAlpha(canvas.isFocusControl() ? 110 : 60);
      gc.fillRoundRectangle(
          GAP / 2, y - GAP / 2, canvas.getClientArea().width - GAP, grid.row(), 6, 6);
      gc.setAlpha(255);
    }
    gc.setForeground(canvas.getForeground());
    String remark = remark(row, "");
    int line = gc.getFontMetrics().getHeight();
    int middle = y + (grid.side() - (remark.isEmpty() ? 1 : 2) * line) / 2;
    int room = grid.label() - 2 * GAP;
    gc.drawText(Captions.fit(gc, row.pair(), room), GAP, middle, true);
    if (!remark.isEmpty()) {
      gc.setAlpha(170);
      gc.drawText(Captions.fit(gc, remark, room), GAP, middle + line, true);
      gc.setAlpha(255);
    }
    for (int i = 0; i < columns.size(); i++) {
      String sha = row.blobs().get(columns.get(i));
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
