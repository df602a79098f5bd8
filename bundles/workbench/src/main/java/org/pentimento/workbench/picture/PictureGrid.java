package org.pentimento.workbench.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.look.Captions;

/** Pictures side by side under their titles, as large as the room allows. */
public final class PictureGrid {
  private static final int GAP = 10;
  private static final int SMALLEST = 8;

  /** In lower grids titles have one line, and in still lower ones none. */
  private static final int LOW = 130;

  private static final int LOWEST = 90;

  private static final int USUAL_WIDTH = 4;
  private static final int USUAL_HEIGHT = 5;

  private final Canvas canvas;

  /** Longer titles would leave no room for the pictures; the tool tip has the whole of them. */
  private int titleLines = 2;

  private final List<Shown> shown = new ArrayList<>();

  /** The cells of the pictures as they were painted last, titles included. */
  private final List<Rectangle> cells = new ArrayList<>();

  private record Shown(TitledPicture picture, @Nullable Image image) {}

  /**
   * An empty grid.
   *
   * @param name for people who do not see it
   */
  public PictureGrid(Composite parent, String name) {
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addDisposeListener(e -> forget());
    canvas.addMouseMoveListener(e -> canvas.setToolTipText(titleAt(e.x, e.y)));
    canvas
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e ->
                    e.result =
                        shown.stream()
                            .map(s -> s.picture().title())
                            .collect(Collectors.joining(", ", name + ": ", ""))));
  }

  /** The control to lay out. */
  public Control control() {
    return canvas;
  }

  /** Shows other pictures. */
  public void show(List<TitledPicture> pictures) {
    forget();
    for (TitledPicture picture : pictures) {
      ImageData data = picture.data();
      shown.add(new Shown(picture, data == null ? null : new Image(canvas.getDisplay(), data)));
    }
    canvas.redraw();
  }

  private void forget() {
    for (Shown one : shown) {
      Image image = one.image();
      if (image != null) {
        image.dispose();
      }
    }
    shown.clear();
  }

  private void paint(GC gc) {
    Rectangle area = canvas.getClientArea();
    gc.setBackground(canvas.getParent().getBackground());
    gc.fillRectangle(area);
    if (shown.isEmpty()) {
      return;
    }
    gc.setForeground(canvas.getForeground());
    gc.setAntialias(SWT.ON);
    gc.setInterpolation(SWT.HIGH);
    titleLines = area.height < LOWEST ? 0 : area.height < LOW ? 1 : 2;
    int columns = columns(gc, area);
    int cellWidth = width(area, columns);
    int captionHeight = captionHeight(gc, cellWidth);
    int cellHeight = height(area, columns, captionHeight);
    if (cellWidth < SMALLEST || cellHeight < SMALLEST) {
      return;
    }
    cells.clear();
    for (int i = 0; i < shown.size(); i++) {
      cells.add(
          new Rectangle(
              i % columns * (cellWidth + GAP),
              i / columns * (cellHeight + captionHeight + GAP),
              cellWidth,
              captionHeight + cellHeight));
      Rectangle size = size(shown.get(i));
      double scale = Math.min((double) cellWidth / size.width, (double) cellHeight / size.height);
      Rectangle to =
          new Rectangle(
              i % columns * (cellWidth + GAP),
              i / columns * (cellHeight + captionHeight + GAP) + captionHeight,
              Math.max(1, (int) (size.width * scale)),
              Math.max(1, (int) (size.height * scale)));
      title(gc, shown.get(i).picture().title(), to, cellWidth);
      picture(gc, shown.get(i), size, to);
    }
  }

  private @Nullable String titleAt(int x, int y) {
    return at(new Point(x, y)).map(p -> p.title().replace("&", "&&")).orElse(null);
  }

  /** The picture at a point of the control; empty beside the pictures. */
  public Optional<TitledPicture> at(Point point) {
    for (int i = 0; i < Math.min(cells.size(), shown.size()); i++) {
      if (cells.get(i).contains(point)) {
        return Optional.of(shown.get(i).picture());
      }
    }
    return Optional.empty();
  }

  private void title(GC gc, String title, Rectangle below, int cellWidth) {
    int height = gc.getFontMetrics().getHeight();
    List<String> lines = lines(gc, title, cellWidth);
    int y = below.y - 4 - lines.size() * height;
    for (String line : lines) {
      String fits = Captions.fit(gc, line, cellWidth);
      int room = Math.min(below.width, cellWidth) - gc.textExtent(fits).x;
      gc.drawText(fits, below.x + Math.max(0, room / 2), y, true);
      y += height;
    }
  }

  private static void picture(GC gc, Shown one, Rectangle size, Rectangle to) {
    Image image = one.image();
    if (image == null) {
      gc.setAlpha(60);
      gc.drawRectangle(to.x, to.y, to.width - 1, to.height - 1);
      gc.drawLine(to.x, to.y, to.x + to.width - 1, to.y + to.height - 1);
      gc.drawLine(to.x, to.y + to.height - 1, to.x + to.width - 1, to.y);
      gc.setAlpha(255);
      return;
    }
    gc.drawImage(image, 0, 0, size.width, size.height, to.x, to.y, to.width, to.height);
    Rectangle place = one.picture().place();
    if (place != null) {
      double scale = (double) to.width / size.width;
      int x = to.x + (int) (place.x * scale);
      int y = to.y + (int) (place.y * scale);
      int width = Math.max(2, (int) (place.width * scale));
      int height = Math.max(2, (int) (place.height * scale));
      // Two colours, so that the frame is seen on light and on dark.
      gc.setLineWidth(3);
      gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
      gc.drawRectangle(x, y, width, height);
      gc.setLineWidth(1);
      gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_YELLOW));
      gc.drawRectangle(x, y, width, height);
    }
  }

  private static Rectangle size(Shown one) {
    Image image = one.image();
    return image == null ? new Rectangle(0, 0, USUAL_WIDTH, USUAL_HEIGHT) : image.getBounds();
  }

  /** The number of columns that makes the pictures largest. */
  private int columns(GC gc, Rectangle area) {
    int best = 1;
    double largest = 0;
    Rectangle size = size(shown.get(0));
    for (int columns = 1; columns <= shown.size(); columns++) {
      int cellWidth = width(area, columns);
      int cellHeight = height(area, columns, captionHeight(gc, cellWidth));
      double scale = Math.min((double) cellWidth / size.width, (double) cellHeight / size.height);
      if (scale > largest) {
        largest = scale;
        best = columns;
      }
    }
    return best;
  }

  private int captionHeight(GC gc, int width) {
    int lines =
        shown.stream().mapToInt(s -> lines(gc, s.picture().title(), width).size()).max().orElse(1);
    return lines * gc.getFontMetrics().getHeight() + 4;
  }

  /** A title on as many lines as it takes and may; what is too much makes the last one too long. */
  private List<String> lines(GC gc, String title, int width) {
    List<String> lines = new ArrayList<>();
    if (titleLines == 0) {
      return lines;
    }
    String line = "";
    for (String word : title.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && lines.size() < titleLines - 1 && gc.textExtent(longer).x > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static int width(Rectangle area, int columns) {
    return (area.width - (columns - 1) * GAP) / columns;
  }

  private int height(Rectangle area, int columns, int captionHeight) {
    int rows = (shown.size() + columns - 1) / columns;
    return (area.height - (rows - 1) * GAP) / rows - captionHeight;
  }
}
