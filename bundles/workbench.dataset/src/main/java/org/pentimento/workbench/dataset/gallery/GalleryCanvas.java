package org.pentimento.workbench.dataset.gallery;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.contents.Mark;
import org.pentimento.workbench.dataset.thumbnail.Thumbnails;

/**
 * The cells of the gallery on one canvas: photo and sketch of a pair side by side, its marks, its
 * id and what it is sorted by. Only what is in view is painted and read from disk.
 */
final class GalleryCanvas {
  /** Knows the marks, and hears what the user does. */
  interface Client {
    /** The marks of an item, each with the reason in words. */
    Map<Mark, String> marks(Item item);

    /** The user has changed the selection. */
    void selected();

    /** The user wants to see a pair as a whole. */
    void open(Item item);
  }

  /** Longest sides of a picture in a cell, in pixels. */
  private static final int[] SIDES = {48, 64, 96, 128, 192};

  private final Canvas canvas;
  private final Client client;
  private final GalleryPainter painter;
  private final GalleryAccessibility accessibility;
  private final GallerySelection selection = new GallerySelection();
  private List<Item> items = List.of();
  private ShownItems shown = ShownItems.NONE;
  private Order sortedBy = Order.AS_IS;
  private @Nullable Thumbnails thumbnails;
  private int size = 2;
  private int tipPlace = -1;
  private int paintedFirst;
  private int paintedColumns;

  GalleryCanvas(Composite parent, Client client) {
    this.client = client;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_REDRAW_RESIZE);
    painter = new GalleryPainter(canvas, item -> client.marks(item).keySet());
    accessibility =
        new GalleryAccessibility(
            canvas,
            () -> "Gallery, %,d shown".formatted(shown.count()),
            () -> leadItem() == null ? "" : items.get(selection.lead()).id(),
            () -> leadItem() == null ? "Nothing is selected" : words(selection.lead()));
    GalleryKeys.listen(canvas, new FromKeys());
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(
        SWT.Resize,
        e -> {
          keepTop();
          canvas.redraw();
        });
    canvas.addListener(SWT.MouseDown, this::mouseDown);
    canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseHover, this::hover);
    canvas.addListener(SWT.MouseMove, this::leaveTip);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    bar().addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> canvas.redraw()));
  }

  Canvas control() {
    return canvas;
  }

  /** Takes over other items; {@link #arrange} shows them. */
  void show(List<Item> all, Thumbnails pictures) {
    items = all;
    shown = ShownItems.NONE;
    thumbnails = pictures;
    pictures.setSide(SIDES[size]);
    selection.clear();
  }

  /** Shows items in an order; the item with the focus stays in view if it is still shown. */
  void arrange(int[] numbers, Order by) {
    shown = new ShownItems(numbers, items.size());
    selection.show(shown);
    sortedBy = by;
    adjustBar();
    if (selection.leadPlace() >= 0) {
      reveal(selection.leadPlace());
    } else {
      bar().setSelection(0);
    }
    canvas.redraw();
  }

  /** Which items are shown, and where. */
  ShownItems shown() {
    return shown;
  }

  /** The item that has the focus, null if there is none. */
  @Nullable Item leadItem() {
    return selection.lead() < 0 ? null : items.get(selection.lead());
  }

  /** The numbers of the selected items that are shown, in the order shown. */
  int[] selection() {
    return selection.numbers();
  }

  /** Selects one item and scrolls to it, without telling the client. */
  void select(int number) {
    selection.select(number);
    if (selection.leadPlace() >= 0) {
      reveal(selection.leadPlace());
    }
    canvas.redraw();
    accessibility.focusMoved();
  }

  void selectAll() {
    selection.selectAll();
    canvas.redraw();
    client.selected();
  }

  /** Which of the sizes is shown, from 0. */
  int size() {
    return size;
  }

  /** Shows larger or smaller pictures; what was at the top stays there. */
  void setSize(int newSize) {
    int kept = Math.max(0, Math.min(SIDES.length - 1, newSize));
    if (kept != size) {
      int first = grid().first(offset());
      size = kept;
      Thumbnails pictures = thumbnails;
      if (pictures != null) {
        pictures.setSide(SIDES[size]);
      }
      adjustBar();
      bar().setSelection(grid().top(first));
      canvas.redraw();
    }
  }

  void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }

  // Scrolling

  private ScrollBar bar() {
    return canvas.getVerticalBar();
  }

  private int offset() {
    return bar().getSelection();
  }

  private GalleryGrid grid() {
    Rectangle area = canvas.getClientArea();
    int lines = sortedBy.hasValue() ? 2 : 1;
    return new GalleryGrid(
        shown.count(), area.width, area.height, SIDES[size], lines * painter.lineHeight());
  }

  private void adjustBar() {
    GalleryGrid grid = grid();
    int view = Math.max(1, grid.height());
    int all = grid.contentHeight();
    int halfRow = grid.cellHeight() / 2;
    bar()
        .setValues(
            Math.min(offset(), Math.max(0, all - view)),
            0,
            all,
            Math.min(view, all),
            Math.max(1, halfRow),
            Math.max(1, view - halfRow));
    bar().setVisible(all > view);
  }

  /** When the width changes, what was at the top stays there. */
  private void keepTop() {
    int top = Math.max(0, Math.min(shown.count() - 1, paintedFirst));
    adjustBar();
    if (paintedColumns != grid().columns() && paintedColumns > 0) {
      bar().setSelection(grid().top(top));
    }
  }

  private void reveal(int place) {
    bar().setSelection(grid().offsetToShow(place, offset()));
  }

  // Keyboard and mouse

  private final class FromKeys implements GalleryKeys.Actions {
    @Override
    public void go(GalleryStep step, boolean extend) {
      if (shown.count() == 0) {
        return;
      }
      int place = step.from(selection.leadPlace(), grid());
      if (extend) {
        selection.extendTo(place);
      } else {
        selection.select(shown.at(place));
      }
      reveal(place);
      changed();
    }

    @Override
    public void open() {
      Item item = leadItem();
      if (item != null) {
        client.open(item);
      }
    }

    @Override
    public void enlarge(int sizes) {
      setSize(size + sizes);
    }

    @Override
    public void selectAll() {
      GalleryCanvas.this.selectAll();
    }

    @Override
    public void flip() {
      if (selection.lead() >= 0) {
        selection.flipLead();
        changed();
      }
    }
  }

  private void changed() {
    canvas.redraw();
    accessibility.focusMoved();
    client.selected();
  }

  private int placeAt(Event event) {
    return grid().placeAt(event.x, event.y, offset());
  }

  private void mouseDown(Event event) {
    canvas.setFocus();
    int place = placeAt(event);
    if (place < 0) {
      return;
    }
    boolean left = event.button == 1;
    int number = shown.at(place);
    if (left && (event.stateMask & SWT.MOD2) != 0) {
      selection.extendTo(place);
    } else if (left && (event.stateMask & SWT.MOD1) != 0) {
      selection.flip(place);
    } else if (left || !selection.isSelected(number)) {
      selection.select(number); // the context menu keeps a selection that it is opened on
    }
    changed();
  }

  private void doubleClick(Event event) {
    int place = placeAt(event);
    if (place >= 0) {
      client.open(items.get(shown.at(place)));
    }
  }

  private void wheel(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      setSize(size + Integer.signum(event.count));
      event.doit = false;
    }
  }

  /** Hides the tooltip when the mouse leaves the cell that it was shown for. */
  private void leaveTip(Event event) {
    if (canvas.getToolTipText() != null && placeAt(event) != tipPlace) {
      canvas.setToolTipText(null);
    }
  }

  private void hover(Event event) {
    int place = placeAt(event);
    tipPlace = place;
    String tip = place < 0 ? null : words(shown.at(place));
    if (!Objects.equals(tip, canvas.getToolTipText())) {
      canvas.setToolTipText(tip);
    }
  }

  private String words(int number) {
    Item item = items.get(number);
    Thumbnails pictures = thumbnails;
    return GalleryWords.about(
        item, client.marks(item), sortedBy, pictures == null ? null : pictures.problem(number));
  }

  // Painting

  private void paint(GC gc) {
    GalleryGrid grid = grid();
    int offset = offset();
    paintedFirst = grid.first(offset);
    paintedColumns = grid.columns();
    painter.paint(
        gc, new GalleryPainter.Scene(items, shown, selection, sortedBy, thumbnails, grid, offset));
    Thumbnails pictures = thumbnails;
    if (pictures != null) {
      pictures.want(
          grid.placesToLoad(offset)
              .map(shown::at)
              .filter(n -> items.get(n).isPair())
              .filter(n -> pictures.get(n) == null && pictures.problem(n) == null)
              .toArray());
    }
  }
}
