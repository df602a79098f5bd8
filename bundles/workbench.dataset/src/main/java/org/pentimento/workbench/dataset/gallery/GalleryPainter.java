package org.pentimento.workbench.dataset.gallery;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.contents.Mark;
import org.pentimento.workbench.dataset.thumbnail.Thumbnails;

/** Paints the cells of the gallery that are in view. */
final class GalleryPainter {
  private static final int MARK = 16;
  private static final int KEPT_CAPTIONS = 4000;
  private static final int CORNER = 6;

  /**
   * What there is to paint.
   *
   * @param items all items, by number
   * @param shown which of them are shown, and where
   * @param selection which of them are selected
   * @param sortedBy whose values stand below the ids
   * @param pictures of the items, null before there are any
   * @param grid where the cells lie
   * @param offset how far the gallery is scrolled down, in pixels
   */
  record Scene(
      List<Item> items,
      ShownItems shown,
      GallerySelection selection,
      Order sortedBy,
      @Nullable Thumbnails pictures,
      GalleryGrid grid,
      int offset) {}

  private final Canvas canvas;
  private final Function<Item, Set<Mark>> marks;
  private final LocalResourceManager resources;
  private final Map<Mark, Image> icons = new EnumMap<>(Mark.class);
  private final Map<String, String> fitted = new HashMap<>();
  private final int lineHeight;
  private final int charWidth;
  private int fittedWidth;

  /**
   * Measures the canvas's font.
   *
   * @param marks of an item, in the order to draw
   */
  GalleryPainter(Canvas canvas, Function<Item, Set<Mark>> marks) {
    this.canvas = canvas;
    this.marks = marks;
    resources = new LocalResourceManager(JFaceResources.getResources(), canvas);
    GC gc = new GC(canvas);
    lineHeight = gc.getFontMetrics().getHeight();
    charWidth = Math.max(4, (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth()));
    gc.dispose();
  }

  /** Height of a line of text, in pixels. */
  int lineHeight() {
    return lineHeight;
  }

  void paint(GC gc, Scene scene) {
    gc.setBackground(canvas.getParent().getBackground());
    gc.fillRectangle(canvas.getClientArea());
    gc.setAntialias(SWT.ON);
    GalleryGrid grid = scene.grid();
    int end = grid.end(scene.offset());
    for (int place = grid.first(scene.offset()); place < end; place++) {
      cell(gc, scene, scene.shown().at(place), grid.left(place), grid.top(place) - scene.offset());
    }
  }

  private void cell(GC gc, Scene scene, int number, int x, int y) {
    Item item = scene.items().get(number);
    GalleryGrid grid = scene.grid();
    background(gc, scene, number, x, y);
    int left = x + GalleryGrid.PAD - 1;
    int top = y + GalleryGrid.PAD;
    pictures(gc, scene, number, left, top);
    marks(gc, item, left + 2, top + 2);
    int line = top + grid.side() + GalleryGrid.PAD / 2 + 1;
    caption(gc, item.id(), left, line, grid.pairWidth());
    if (scene.sortedBy().hasValue()) {
      gc.setAlpha(170);
      caption(gc, scene.sortedBy().value(item), left, line + lineHeight, grid.pairWidth());
      gc.setAlpha(255);
    }
  }

  /** Shows whether the cell is selected and has the focus; sets the colour of its text. */
  private void background(GC gc, Scene scene, int number, int x, int y) {
    int width = scene.grid().cellWidth() - 2;
    int height = scene.grid().cellHeight() - 2;
    boolean focus = canvas.isFocusControl();
    Color text = canvas.getForeground();
    if (scene.selection().isSelected(number)) {
      gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setAlpha(focus ? 255 : 130);
      gc.fillRoundRectangle(x, y + 1, width, height, CORNER, CORNER);
      gc.setAlpha(255);
      text = gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
    }
    gc.setForeground(text);
    if (number == scene.selection().lead() && focus) {
      gc.drawRoundRectangle(x, y + 1, width - 1, height - 1, CORNER, CORNER);
    }
  }

  /** Photo and sketch; empty frames before they are read, a cross if they cannot be. */
  private static void pictures(GC gc, Scene scene, int number, int left, int top) {
    int side = scene.grid().side();
    int right = left + side + GalleryGrid.BETWEEN;
    Thumbnails pictures = scene.pictures();
    Thumbnails.Shown shown = pictures == null ? null : pictures.get(number);
    boolean isPair = scene.items().get(number).isPair();
    if (isPair && shown != null) {
      picture(gc, shown.photo(), left, top, side);
      picture(gc, shown.sketch(), right, top, side);
    } else if (!isPair || (pictures != null && pictures.problem(number) != null)) {
      cross(gc, left, top, scene.grid().pairWidth(), side);
    } else {
      frame(gc, left, top, side);
      frame(gc, right, top, side);
    }
  }

  private static void picture(GC gc, Image image, int x, int y, int side) {
    Rectangle size = image.getBounds();
    gc.drawImage(image, x + (side - size.width) / 2, y + (side - size.height) / 2);
  }

  private static void frame(GC gc, int x, int y, int side) {
    gc.setAlpha(45);
    gc.drawRectangle(x, y, side - 1, side - 1);
    gc.setAlpha(255);
  }

  private static void cross(GC gc, int x, int y, int width, int height) {
    gc.setAlpha(60);
    gc.drawRectangle(x, y, width - 1, height - 1);
    gc.drawLine(x, y, x + width - 1, y + height - 1);
    gc.drawLine(x, y + height - 1, x + width - 1, y);
    gc.setAlpha(255);
  }

  private void marks(GC gc, Item item, int x, int y) {
    int at = x;
    for (Mark mark : marks.apply(item)) {
      gc.drawImage(icon(mark), at, y);
      at += MARK + 2;
    }
    if (!item.isPair()) {
      gc.drawImage(icon(Mark.SKIPPED), at, y);
    }
  }

  private Image icon(Mark mark) {
    return icons.computeIfAbsent(mark, m -> resources.create(m.icon()));
  }

  /** The text, centred; if it is too long its beginning goes, since ids differ at their end. */
  private void caption(GC gc, String text, int x, int y, int width) {
    String shown = text;
    if (text.length() * charWidth > width * 3 / 4) {
      if (fittedWidth != width || fitted.size() > KEPT_CAPTIONS) {
        fitted.clear();
        fittedWidth = width;
      }
      shown = fitted.computeIfAbsent(text, t -> fit(gc, t, width));
    }
    int textWidth = gc.textExtent(shown).x;
    gc.drawText(shown, x + Math.max(0, (width - textWidth) / 2), y, true);
  }

  private static String fit(GC gc, String text, int width) {
    if (gc.textExtent(text).x <= width) {
      return text;
    }
    int low = 1;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) / 2;
      if (gc.textExtent("…" + text.substring(middle)).x <= width) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return "…" + text.substring(low);
  }
}
