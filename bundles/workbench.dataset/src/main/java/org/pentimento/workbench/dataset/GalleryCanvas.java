package org.pentimento.workbench.dataset;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.dataset.Arrangement.Order;

/**
 * The cells of the gallery, painted on one canvas: photo and sketch of a pair side by side, its
 * marks, its id and what it is sorted by. Only what is seen is drawn and wanted from the disk.
 */
final class GalleryCanvas {
  /** Where pictures and words of the cells come from, and who hears of what the user does. */
  interface Client {
    /** The marks of an item and why it bears them. */
    Map<Mark, String> marks(Item item);

    /** The selection has changed by the user. */
    void selected();

    /** The user wants to see a pair as a whole. */
    void open(Item item);
  }

  /** Sizes of a picture in a cell. */
  private static final int[] SIDES = {48, 64, 96, 128, 192};

  private static final int PAD = 6;
  private static final int BETWEEN = 3;
  private static final int MARK = 16;
  private static final String PAINT_LOG = "pentimento.gallery.paints";

  private final Canvas canvas;
  private final Client client;
  private final LocalResourceManager resources;
  private final Map<Mark, Image> icons = new EnumMap<>(Mark.class);
  private final Map<String, String> fitted = new HashMap<>();
  private final @Nullable PaintLog paints = Boolean.getBoolean(PAINT_LOG) ? new PaintLog() : null;
  private List<Item> items = List.of();
  private int[] order = {};
  private int[] places = {};
  private Order sortedBy = Order.AS_IS;
  private @Nullable Thumbnails thumbnails;
  private int size = 2;
  private final BitSet selected = new BitSet();
  private int lead = -1;
  private int anchor = -1;
  private int charWidth = 7;
  private int lineHeight = 16;

  GalleryCanvas(Composite parent, Client client) {
    this.client = client;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_REDRAW_RESIZE);
    resources = new LocalResourceManager(JFaceResources.getResources(), canvas);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(
        SWT.Resize,
        e -> {
          keepInSight();
          canvas.redraw();
        });
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.Traverse, GalleryCanvas::traverse);
    canvas.addListener(SWT.MouseDown, this::mouseDown);
    canvas.addListener(SWT.MouseDoubleClick, e -> openAt(e.x, e.y));
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseHover, this::hover);
    canvas.addListener(SWT.MouseMove, this::leaveTip);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    canvas
        .getVerticalBar()
        .addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> canvas.redraw()));
    beAccessible();
    measure();
  }

  private void measure() {
    GC gc = new GC(canvas);
    lineHeight = gc.getFontMetrics().getHeight();
    charWidth = Math.max(4, (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth()));
    gc.dispose();
  }

  private void beAccessible() {
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = "Gallery, %,d shown".formatted(order.length);
              }

              @Override
              public void getDescription(AccessibleEvent e) {
                Item item = leadItem();
                e.result = item == null ? "Nothing is selected" : words(lead);
              }
            });
    canvas
        .getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_LIST;
              }

              @Override
              public void getValue(AccessibleControlEvent e) {
                Item item = leadItem();
                e.result = item == null ? "" : item.id();
              }
            });
  }

  Canvas control() {
    return canvas;
  }

  /** Shows other items; nothing is arranged yet. */
  void show(List<Item> all, Thumbnails pictures) {
    items = all;
    thumbnails = pictures;
    pictures.setSide(side());
    places = new int[all.size()];
    selected.clear();
    lead = -1;
    anchor = -1;
  }

  /** Shows items in an order; the lead stays in sight if it is still shown. */
  void arrange(int[] numbers, Order by) {
    order = numbers;
    sortedBy = by;
    Arrays.fill(places, -1);
    for (int i = 0; i < numbers.length; i++) {
      places[numbers[i]] = i;
    }
    adjustBar();
    if (lead >= 0 && places[lead] >= 0) {
      reveal(places[lead]);
    } else {
      canvas.getVerticalBar().setSelection(0);
    }
    canvas.redraw();
  }

  /** How many items are shown. */
  int count() {
    return order.length;
  }

  /** The number of the item at a place. */
  int at(int place) {
    return order[place];
  }

  /** Where an item is shown, -1 if it is not. */
  int place(int number) {
    return number >= 0 && number < places.length ? places[number] : -1;
  }

  /** The item that has the focus, null if there is none. */
  @Nullable Item leadItem() {
    return lead < 0 ? null : items.get(lead);
  }

  /** The numbers of the selected items in the order shown; what is not shown is not selected. */
  int[] selection() {
    return selected.stream()
        .filter(n -> place(n) >= 0)
        .boxed()
        .sorted((a, b) -> Integer.compare(place(a), place(b)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Selects one item and scrolls to it; tells nobody. */
  void select(int number) {
    selected.clear();
    selected.set(number);
    lead = number;
    anchor = number;
    if (place(number) >= 0) {
      reveal(place(number));
    }
    canvas.redraw();
    canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
  }

  void selectAll() {
    selected.clear();
    Arrays.stream(order).forEach(selected::set);
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
      int first = firstRow() * columns();
      size = kept;
      fitted.clear();
      Thumbnails pictures = thumbnails;
      if (pictures != null) {
        pictures.setSide(side());
      }
      adjustBar();
      canvas.getVerticalBar().setSelection(first / columns() * cellHeight());
      canvas.redraw();
    }
  }

  void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }

  private int side() {
    return SIDES[size];
  }

  private int cellWidth() {
    return 2 * side() + BETWEEN + 2 * PAD;
  }

  private int cellHeight() {
    return side() + 3 * PAD + lineHeight * (sortedBy.hasValue() ? 2 : 1);
  }

  private int columns() {
    return Math.max(1, (canvas.getClientArea().width - PAD) / cellWidth());
  }

  private int rows() {
    return (order.length + columns() - 1) / columns();
  }

  private int firstRow() {
    return canvas.getVerticalBar().getSelection() / cellHeight();
  }

  private int page() {
    return Math.max(1, canvas.getClientArea().height / cellHeight());
  }

  private void adjustBar() {
    int view = Math.max(1, canvas.getClientArea().height);
    int all = Math.max(1, rows() * cellHeight() + PAD);
    ScrollBar bar = canvas.getVerticalBar();
    bar.setValues(
        Math.min(bar.getSelection(), Math.max(0, all - view)),
        0,
        all,
        Math.min(view, all),
        Math.max(1, cellHeight() / 2),
        Math.max(1, view - cellHeight() / 2));
    bar.setVisible(all > view);
  }

  /** When the width changes, what was at the top stays there. */
  private void keepInSight() {
    int top = Math.max(0, Math.min(order.length - 1, lastTop));
    adjustBar();
    if (lastColumns != columns() && lastColumns > 0) {
      canvas.getVerticalBar().setSelection(top / columns() * cellHeight());
    }
  }

  private int tipPlace = -1;
  private int lastTop;
  private int lastColumns;

  private void reveal(int place) {
    int top = place / columns() * cellHeight();
    ScrollBar bar = canvas.getVerticalBar();
    int view = canvas.getClientArea().height;
    int now = bar.getSelection();
    if (top < now) {
      bar.setSelection(top);
    } else if (top + cellHeight() + PAD > now + view) {
      bar.setSelection(Math.max(0, top + cellHeight() + PAD - view));
    }
  }

  // What the user does.

  private static void traverse(Event event) {
    // Tab leaves the gallery; arrows and Enter are its own.
    event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
  }

  private void key(Event event) {
    int columns = columns();
    int place = lead < 0 ? -1 : place(lead);
    boolean command = (event.stateMask & SWT.MOD1) != 0;
    switch (event.keyCode) {
      case SWT.ARROW_RIGHT -> move(event, place + 1);
      case SWT.ARROW_LEFT -> move(event, place - 1);
      case SWT.ARROW_DOWN -> move(event, place < 0 ? 0 : place + columns);
      case SWT.ARROW_UP -> move(event, place - columns);
      case SWT.PAGE_DOWN -> move(event, Math.max(0, place) + columns * page());
      case SWT.PAGE_UP -> move(event, place - columns * page());
      case SWT.HOME -> move(event, 0);
      case SWT.END -> move(event, order.length - 1);
      case SWT.CR, SWT.KEYPAD_CR -> {
        Item item = leadItem();
        if (item != null) {
          client.open(item);
        }
      }
      case '+', '=', SWT.KEYPAD_ADD -> setSize(size + 1);
      case '-', SWT.KEYPAD_SUBTRACT -> setSize(size - 1);
      case 'a' -> {
        if (command) {
          selectAll();
        }
      }
      case ' ' -> {
        if (lead >= 0 && command) {
          selected.flip(lead);
          changed();
        }
      }
      default -> {
        // not for the gallery
      }
    }
  }

  private void move(Event event, int wanted) {
    if (order.length == 0) {
      return;
    }
    int place = Math.max(0, Math.min(order.length - 1, wanted));
    if ((event.stateMask & SWT.MOD2) != 0) {
      extend(place);
    } else {
      pick(place);
    }
    reveal(place);
    changed();
  }

  private void pick(int place) {
    selected.clear();
    lead = order[place];
    anchor = lead;
    selected.set(lead);
  }

  private void extend(int place) {
    int from = place(anchor) < 0 ? place : place(anchor);
    selected.clear();
    for (int i = Math.min(from, place); i <= Math.max(from, place); i++) {
      selected.set(order[i]);
    }
    lead = order[place];
  }

  private void changed() {
    canvas.redraw();
    canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
    client.selected();
  }

  private int placeAt(int x, int y) {
    int column = (x - PAD) / cellWidth();
    int row = (y + canvas.getVerticalBar().getSelection()) / cellHeight();
    int place = row * columns() + column;
    return x >= PAD && column < columns() && place >= 0 && place < order.length ? place : -1;
  }

  private void mouseDown(Event event) {
    canvas.setFocus();
    int place = placeAt(event.x, event.y);
    if (place < 0) {
      return;
    }
    if ((event.stateMask & SWT.MOD2) != 0 && event.button == 1) {
      extend(place);
    } else if ((event.stateMask & SWT.MOD1) != 0 && event.button == 1) {
      lead = order[place];
      anchor = lead;
      selected.flip(lead);
    } else if (!selected.get(order[place])) {
      pick(place);
    } else if (event.button == 1) {
      pick(place);
    }
    changed();
  }

  private void openAt(int x, int y) {
    int place = placeAt(x, y);
    if (place >= 0) {
      client.open(items.get(order[place]));
    }
  }

  private void wheel(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0) {
      setSize(size + Integer.signum(event.count));
      event.doit = false;
    }
  }

  /** A tip belongs to the cell that it was shown for. */
  private void leaveTip(Event event) {
    if (canvas.getToolTipText() != null && placeAt(event.x, event.y) != tipPlace) {
      canvas.setToolTipText(null);
    }
  }

  private void hover(Event event) {
    int place = placeAt(event.x, event.y);
    tipPlace = place;
    String tip = place < 0 ? null : words(order[place]);
    if (!java.util.Objects.equals(tip, canvas.getToolTipText())) {
      canvas.setToolTipText(tip);
    }
  }

  /** All that is known of an item, for a tooltip and for those who listen. */
  private String words(int number) {
    Item item = items.get(number);
    StringBuilder words = new StringBuilder(item.id());
    if (item.isPair()) {
      if (!item.pair().identity().equals(item.id())) {
        words.append("\nPerson ").append(item.pair().identity());
      }
      words.append("\nSplit: ").append(Arrangement.splitWord(item.pair().split()));
      item.pair()
          .attributes()
          .forEach((name, value) -> words.append('\n').append(name).append(": ").append(value));
    } else {
      words.append("\nSkipped: ").append(item.skipped());
    }
    client
        .marks(item)
        .forEach((mark, why) -> words.append('\n').append(mark.word()).append(": ").append(why));
    if (sortedBy.kind() == Order.Kind.METRIC && item.isPair()) {
      words.append('\n').append(sortedBy.value(item));
    }
    Thumbnails pictures = thumbnails;
    String problem = pictures == null ? null : pictures.problem(number);
    return problem == null ? words.toString() : words + "\n" + problem;
  }

  // Painting.

  private void paint(GC gc) {
    long begin = System.nanoTime();
    Rectangle area = canvas.getClientArea();
    gc.setBackground(canvas.getParent().getBackground());
    gc.fillRectangle(area);
    gc.setAntialias(SWT.ON);
    int columns = columns();
    int offset = canvas.getVerticalBar().getSelection();
    int first = offset / cellHeight() * columns;
    int last = Math.min(order.length, ((offset + area.height) / cellHeight() + 1) * columns);
    lastTop = first;
    lastColumns = columns;
    boolean focus = canvas.isFocusControl();
    for (int place = first; place < last; place++) {
      int x = PAD + place % columns * cellWidth();
      int y = place / columns * cellHeight() - offset;
      paintCell(gc, order[place], x, y, focus);
    }
    want(first, last);
    if (paints != null) {
      paints.add(System.nanoTime() - begin, first, order.length);
    }
  }

  /** What is seen first, then a page behind and a page before it. */
  private void want(int first, int last) {
    Thumbnails pictures = thumbnails;
    if (pictures == null) {
      return;
    }
    int page = Math.max(0, last - first);
    IntStream places =
        IntStream.concat(
            IntStream.range(first, last),
            IntStream.concat(
                IntStream.range(last, Math.min(order.length, last + page)),
                IntStream.range(Math.max(0, first - page), first)));
    pictures.want(
        places
            .map(place -> order[place])
            .filter(n -> items.get(n).isPair())
            .filter(n -> pictures.get(n) == null && pictures.problem(n) == null)
            .toArray());
  }

  private void paintCell(GC gc, int number, int x, int y, boolean focus) {
    Item item = items.get(number);
    int width = cellWidth() - 2;
    int height = cellHeight() - 2;
    boolean chosen = selected.get(number);
    Color text = canvas.getForeground();
    if (chosen) {
      gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setAlpha(focus ? 255 : 130);
      gc.fillRoundRectangle(x, y + 1, width, height, 6, 6);
      gc.setAlpha(255);
      text = gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
    }
    gc.setForeground(text);
    if (number == lead && focus) {
      gc.drawRoundRectangle(x, y + 1, width - 1, height - 1, 6, 6);
    }
    Thumbnails pictures = thumbnails;
    Thumbnails.Shown shown = pictures == null ? null : pictures.get(number);
    int side = side();
    int left = x + PAD - 1;
    int top = y + PAD;
    if (!item.isPair()) {
      cross(gc, left, top, 2 * side + BETWEEN, side);
    } else if (shown != null) {
      picture(gc, shown.photo(), left, top, side);
      picture(gc, shown.sketch(), left + side + BETWEEN, top, side);
    } else if (pictures != null && pictures.problem(number) != null) {
      cross(gc, left, top, 2 * side + BETWEEN, side);
    } else {
      frame(gc, left, top, side, side);
      frame(gc, left + side + BETWEEN, top, side, side);
    }
    int markAt = left + 2;
    for (Mark mark : client.marks(item).keySet()) {
      gc.drawImage(icon(mark), markAt, top + 2);
      markAt += MARK + 2;
    }
    if (!item.isPair()) {
      gc.drawImage(icon(Mark.SKIPPED), markAt, top + 2);
    }
    int captionWidth = 2 * side + BETWEEN;
    int line = top + side + PAD / 2 + 1;
    caption(gc, item.id(), left, line, captionWidth);
    if (sortedBy.hasValue()) {
      gc.setAlpha(170);
      caption(gc, sortedBy.value(item), left, line + lineHeight, captionWidth);
      gc.setAlpha(255);
    }
  }

  private Image icon(Mark mark) {
    return icons.computeIfAbsent(mark, m -> resources.create(m.icon()));
  }

  private static void picture(GC gc, Image image, int x, int y, int side) {
    Rectangle size = image.getBounds();
    gc.drawImage(image, x + (side - size.width) / 2, y + (side - size.height) / 2);
  }

  private static void frame(GC gc, int x, int y, int width, int height) {
    gc.setAlpha(45);
    gc.drawRectangle(x, y, width - 1, height - 1);
    gc.setAlpha(255);
  }

  private static void cross(GC gc, int x, int y, int width, int height) {
    gc.setAlpha(60);
    gc.drawRectangle(x, y, width - 1, height - 1);
    gc.drawLine(x, y, x + width - 1, y + height - 1);
    gc.drawLine(x, y + height - 1, x + width - 1, y);
    gc.setAlpha(255);
  }

  /** The text, centred; if it is too long its beginning goes, since ids differ at their end. */
  private void caption(GC gc, String text, int x, int y, int width) {
    String shown = text;
    if (text.length() * charWidth > width * 3 / 4) {
      if (fitted.size() > 4000) {
        fitted.clear();
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

  /** Says on standard error how long painting takes, for measurements. */
  private static final class PaintLog {
    private long count;

    void add(long nanos, int first, int items) {
      count++;
      System.err.printf(
          Locale.ROOT,
          "gallery paint %d of %d items from %d: %.2f ms at %d%n",
          count,
          items,
          first,
          nanos / 1e6,
          System.currentTimeMillis());
    }
  }
}
