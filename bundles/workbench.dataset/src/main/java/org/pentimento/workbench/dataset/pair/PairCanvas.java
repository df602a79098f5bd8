package org.pentimento.workbench.dataset.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.workbench.dataset.pair.PairImages.Named;
import org.pentimento.workbench.dataset.pair.Viewport.Frame;
import org.pentimento.workbench.look.Captions;
import org.pentimento.workbench.preview.PreviewImages;

/** The images of a pair and the layers over them. Zoom and pan hold for all panes. */
final class PairCanvas {
  /** Who hears of what the user does. */
  interface Client {
    /** What is under the cursor, in words; empty if nothing. */
    void under(String words);

    /** The user changed the zoom. */
    void zoomed();

    /** The user dragged the line of the wipe to a share of the width, in [0, 1]. */
    void wiped(double share);

    /** The canvas is seen and is about to paint. */
    void seen();
  }

  private static final int GAP = 8;
  private static final int GRIP = 6;
  private static final double STEP = 1.25;

  private record Laid(Layer layer, Picture picture, Image image) {}

  private record Pane(Rectangle area, List<Named> images) {}

  private final Composite page;
  private final Canvas canvas;
  private final Client client;
  private final Viewport view = new Viewport();
  private final Map<String, Image> pixels = new HashMap<>();
  private final Map<String, Laid> layers = new HashMap<>();
  private final Map<String, Double> opacities = new HashMap<>();
  private PairImages shown = PairImages.NONE;
  private String message = "";
  private String first = "";
  private String second = "";
  private Mode mode = Mode.SIDE_BY_SIDE;
  private double amount = 0.5;
  private boolean secondIsUp;
  private int ticks;
  private @Nullable Point mouse;
  private @Nullable Point grabbed;
  private boolean wiping;

  /**
   * Makes an empty canvas.
   *
   * @param page whose background it has
   */
  PairCanvas(Composite parent, Composite page, Client client) {
    this.page = page;
    this.client = client;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> canvas.redraw());
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, e -> release());
    canvas.addListener(SWT.MouseExit, e -> leave());
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.MouseDoubleClick, e -> fit());
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    canvas.addListener(
        SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    canvas.addDisposeListener(e -> forget());
    canvas
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e ->
                    e.result =
                        "Images of the pair: "
                            + String.join(
                                ", ", shown.images().stream().map(Named::name).toList())));
  }

  Canvas control() {
    return canvas;
  }

  /** Shows a pair; its images have to be chosen anew, its layers asked for anew. */
  void show(PairImages images) {
    forget();
    shown = images;
    message = "";
    canvas.redraw();
  }

  /** Says something in place of images. */
  void tell(String words) {
    forget();
    shown = PairImages.NONE;
    message = words;
    canvas.redraw();
  }

  private void forget() {
    pixels.values().forEach(Image::dispose);
    pixels.clear();
    layers.values().forEach(laid -> laid.image().dispose());
    layers.clear();
  }

  /** Chooses which images are compared, by their roles. */
  void compare(String firstRole, String secondRole) {
    first = firstRole;
    second = secondRole;
    canvas.redraw();
  }

  void setMode(Mode newMode) {
    mode = newMode;
    secondIsUp = false;
    canvas.redraw();
    flicker(++ticks);
  }

  /**
   * What the slider says: how much of the second image is seen, where the line is, how fast it
   * flickers; in [0, 1].
   */
  void setAmount(double newAmount) {
    amount = newAmount;
    canvas.redraw();
  }

  /** Half a second to two seconds for each image. */
  private void flicker(int of) {
    if (mode == Mode.FLICKER) {
      int pause = (int) Math.round(1500 - 1165 * amount); // at most three changes a second
      canvas
          .getDisplay()
          .timerExec(
              pause,
              () -> {
                if (!canvas.isDisposed() && of == ticks) {
                  swap();
                  flicker(of);
                }
              });
    }
  }

  /** Shows the other of two images, in the modes that show one. */
  void swap() {
    secondIsUp = !secondIsUp;
    canvas.redraw();
  }

  /** Lays something over the compared images. */
  void lay(Layer layer, Picture picture) {
    remove(layer.id());
    layers.put(
        layer.id(),
        new Laid(layer, picture, new Image(canvas.getDisplay(), layer.colours(picture))));
    canvas.redraw();
  }

  void remove(String layer) {
    Laid before = layers.remove(layer);
    if (before != null) {
      before.image().dispose();
      canvas.redraw();
    }
  }

  /** How much of a layer is seen, in [0, 1]. */
  void setOpacity(String layer, double opacity) {
    opacities.put(layer, opacity);
    canvas.redraw();
  }

  // Zoom and pan.

  void fit() {
    view.fit();
    canvas.redraw();
    client.zoomed();
  }

  void zoom(double factor) {
    Frame frame = frame();
    view.zoom(frame, factor, frame.paneWidth() / 2.0, frame.paneHeight() / 2.0);
    canvas.redraw();
    client.zoomed();
  }

  void zoomIn() {
    zoom(STEP);
  }

  void zoomOut() {
    zoom(1 / STEP);
  }

  /** One pixel of the image for one of the screen. */
  void zoomToPixels() {
    zoom(1 / view.scale(frame()));
  }

  void pan(int dx, int dy) {
    view.pan(frame(), dx, dy);
    canvas.redraw();
  }

  /** In per cent, with the word for the whole image if that is shown. */
  String zoomWords() {
    if (shown.images().isEmpty()) {
      return "";
    }
    long percent = Math.round(view.scale(frame()) * 100);
    return percent + " %" + (view.isFitted() ? " (fits)" : "");
  }

  private Frame frame() {
    List<Pane> panes = panes();
    Rectangle area = panes.isEmpty() ? canvas.getClientArea() : panes.get(0).area();
    return new Frame(
        shown.width(), shown.height(), Math.max(1, area.width), Math.max(1, area.height));
  }

  private void press(Event event) {
    canvas.setFocus();
    if (event.button == 1) {
      grabbed = new Point(event.x, event.y);
      wiping = isOnLine(event.x);
    }
  }

  private boolean isOnLine(int x) {
    return mode == Mode.WIPE && Math.abs(x - line()) <= GRIP;
  }

  /** Where the line of the wipe is. */
  private int line() {
    return (int) Math.round(amount * canvas.getClientArea().width);
  }

  private void move(Event event) {
    Point from = grabbed;
    if (from != null && wiping) {
      int width = Math.max(1, canvas.getClientArea().width);
      amount = Math.max(0, Math.min(1, (double) event.x / width));
      client.wiped(amount);
      canvas.redraw();
    } else if (from != null) {
      pan(event.x - from.x, event.y - from.y);
      grabbed = new Point(event.x, event.y);
      client.zoomed();
    }
    canvas.setCursor(
        isOnLine(event.x) || wiping
            ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE)
            : null);
    mouse = new Point(event.x, event.y);
    client.under(under());
    canvas.redraw();
  }

  private void release() {
    grabbed = null;
    wiping = false;
  }

  private void leave() {
    mouse = null;
    client.under("");
    canvas.redraw();
  }

  private void wheel(Event event) {
    Pane pane = paneAt(event.x, event.y);
    if (pane != null) {
      double factor = event.count > 0 ? STEP : 1 / STEP;
      view.zoom(frame(), factor, event.x - pane.area().x, event.y - pane.area().y);
      canvas.redraw();
      client.zoomed();
    }
    event.doit = false;
  }

  private @Nullable Pane paneAt(int x, int y) {
    return panes().stream().filter(p -> p.area().contains(x, y)).findFirst().orElse(null);
  }

  /** The pixel under the cursor in all images and layers, in words. */
  private String under() {
    double[] at = pixelUnderMouse();
    if (at.length == 0) {
      return "";
    }
    StringBuilder words = new StringBuilder();
    words.append("x %d, y %d".formatted((int) at[0], (int) at[1]));
    for (Named image : shown.images()) {
      if (!number(image).isEmpty()) {
        words.append(values(image, at));
      }
    }
    for (Laid laid : inOrder()) {
      words
          .append("   ")
          .append(laid.layer().value(laid.picture(), at[0], at[1], shown.width(), shown.height()));
    }
    for (Named image : shown.images()) {
      if (mode == Mode.SIDE_BY_SIDE && number(image).isEmpty()) {
        words.append(values(image, at));
      }
    }
    return words.toString();
  }

  private String values(Named image, double[] at) {
    return "   "
        + number(image)
        + image.name()
        + " "
        + image.values(at[0], at[1], shown.width(), shown.height());
  }

  private double[] pixelUnderMouse() {
    Point at = mouse;
    Pane pane = at == null ? null : paneAt(at.x, at.y);
    if (at == null || pane == null) {
      return new double[0];
    }
    Frame frame = frame();
    double x = (at.x - pane.area().x - view.left(frame)) / view.scale(frame);
    double y = (at.y - pane.area().y - view.top(frame)) / view.scale(frame);
    return x < 0 || y < 0 || x >= shown.width() || y >= shown.height()
        ? new double[0]
        : new double[] {x, y};
  }

  // Painting.

  private List<Pane> panes() {
    Rectangle area = canvas.getClientArea();
    int caption = caption();
    if (shown.images().isEmpty()) {
      return List.of();
    }
    if (mode != Mode.SIDE_BY_SIDE) {
      List<Named> compared = new ArrayList<>();
      Named a = shown.image(first);
      Named b = shown.image(second);
      if (a != null) {
        compared.add(a);
      }
      if (b != null) {
        compared.add(b);
      }
      return List.of(
          new Pane(
              new Rectangle(0, caption, area.width, Math.max(1, area.height - caption)), compared));
    }
    int count = shown.images().size();
    int columns = columns(count, area, caption);
    int rows = (count + columns - 1) / columns;
    int width = Math.max(1, (area.width - (columns - 1) * GAP) / columns);
    int height = Math.max(1, (area.height - (rows - 1) * GAP) / rows - caption);
    List<Pane> panes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      panes.add(
          new Pane(
              new Rectangle(
                  i % columns * (width + GAP),
                  i / columns * (height + caption + GAP) + caption,
                  width,
                  height),
              List.of(shown.images().get(i))));
    }
    return panes;
  }

  private int caption() {
    GC gc = new GC(canvas);
    int height = gc.getFontMetrics().getHeight() + 4;
    gc.dispose();
    return height;
  }

  /** As many columns as make the images largest. */
  private int columns(int count, Rectangle area, int caption) {
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      double width = (area.width - (columns - 1.0) * GAP) / columns / shown.width();
      double height =
          ((area.height - (rows - 1.0) * GAP) / rows - caption) / (double) shown.height();
      double scale = Math.min(width, height);
      if (scale > largest * 1.001) {
        largest = scale;
        best = columns;
      }
    }
    return best;
  }

  private List<Laid> inOrder() {
    return layers.values().stream()
        .sorted((a, b) -> a.layer().name().compareTo(b.layer().name()))
        .toList();
  }

  private void paint(GC gc) {
    client.seen();
    Rectangle area = canvas.getClientArea();
    gc.setBackground(page.getBackground());
    gc.setForeground(canvas.getForeground());
    gc.fillRectangle(area);
    if (shown.images().isEmpty()) {
      gc.drawText(message, GAP, GAP, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
      return;
    }
    gc.setAntialias(SWT.ON);
    Frame frame = frame();
    gc.setInterpolation(view.scale(frame) >= 2 ? SWT.NONE : SWT.HIGH);
    for (Pane pane : panes()) {
      paint(gc, pane, frame);
    }
  }

  private void paint(GC gc, Pane pane, Frame frame) {
    Rectangle area = pane.area();
    List<Named> images = pane.images();
    caption(gc, pane);
    if (images.isEmpty()) {
      return;
    }
    gc.setClipping(area);
    Named bottom = images.get(0);
    boolean isFirst = bottom.role().equals(first);
    boolean isSecond = bottom.role().equals(second);
    switch (mode) {
      case SIDE_BY_SIDE -> draw(gc, image(bottom), area, frame);
      case FLICKER -> draw(gc, image(up(images)), area, frame);
      case OVERLAY -> {
        draw(gc, image(bottom), area, frame);
        gc.setAlpha((int) Math.round(255 * amount));
        draw(gc, image(images.get(images.size() - 1)), area, frame);
        gc.setAlpha(255);
      }
      case WIPE -> {
        int line = line();
        gc.setClipping(new Rectangle(area.x, area.y, line, area.height));
        draw(gc, image(bottom), area, frame);
        gc.setClipping(
            new Rectangle(area.x + line, area.y, Math.max(0, area.width - line), area.height));
        draw(gc, image(images.get(images.size() - 1)), area, frame);
        gc.setClipping(area);
      }
    }
    if (mode != Mode.SIDE_BY_SIDE || isFirst || isSecond) {
      for (Laid laid : inOrder()) {
        double opacity = opacities.getOrDefault(laid.layer().id(), 1.0);
        gc.setAlpha((int) Math.round(255 * opacity));
        draw(gc, laid.image(), area, frame);
      }
      gc.setAlpha(255);
    }
    if (mode == Mode.WIPE) {
      int line = area.x + line();
      gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setLineWidth(2);
      gc.drawLine(line, area.y, line, area.y + area.height);
      gc.setLineWidth(1);
      gc.setForeground(canvas.getForeground());
    }
    crosshair(gc, pane, frame);
    gc.setClipping((Rectangle) null);
  }

  private Named up(List<Named> images) {
    return images.get(secondIsUp ? images.size() - 1 : 0);
  }

  /** Marks in every other pane the place that the cursor is at. */
  private void crosshair(GC gc, Pane pane, Frame frame) {
    double[] at = pixelUnderMouse();
    Point cursor = mouse;
    if (mode != Mode.SIDE_BY_SIDE
        || at.length == 0
        || cursor == null
        || pane.area().contains(cursor)) {
      return;
    }
    int x = pane.area().x + (int) Math.round(view.left(frame) + at[0] * view.scale(frame));
    int y = pane.area().y + (int) Math.round(view.top(frame) + at[1] * view.scale(frame));
    gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
    gc.drawLine(x - 7, y, x - 2, y);
    gc.drawLine(x + 2, y, x + 7, y);
    gc.drawLine(x, y - 7, x, y - 2);
    gc.drawLine(x, y + 2, x, y + 7);
    gc.setForeground(canvas.getForeground());
  }

  private void caption(GC gc, Pane pane) {
    List<Named> images = pane.images();
    String words;
    if (images.isEmpty()) {
      words = "Choose two images to compare.";
    } else if (mode == Mode.SIDE_BY_SIDE) {
      Named image = images.get(0);
      words = number(image) + image.name();
    } else if (mode == Mode.FLICKER) {
      words = up(images).name();
    } else if (images.size() < 2) {
      words = images.get(0).name();
    } else {
      String between = mode == Mode.OVERLAY ? " under " : " | ";
      words = images.get(0).name() + between + images.get(1).name();
    }
    Rectangle area = pane.area();
    words = Captions.fit(gc, words, area.width);
    int width = gc.textExtent(words).x;
    gc.setClipping(new Rectangle(area.x, area.y - caption(), area.width, caption()));
    gc.drawText(
        words, area.x + Math.max(0, (area.width - width) / 2), area.y - caption() + 2, true);
    gc.setClipping((Rectangle) null);
  }

  private String number(Named image) {
    return image.role().equals(first) ? "① " : image.role().equals(second) ? "② " : "";
  }

  private Image image(Named image) {
    return pixels.computeIfAbsent(
        image.role(), role -> new Image(canvas.getDisplay(), PreviewImages.of(image.picture())));
  }

  /** Draws an image of any size as large as all are shown. */
  private void draw(GC gc, Image image, Rectangle area, Frame frame) {
    Rectangle size = image.getBounds();
    double scale = view.scale(frame);
    int x = area.x + (int) Math.round(view.left(frame));
    int y = area.y + (int) Math.round(view.top(frame));
    int width = (int) Math.max(1, Math.round(frame.width() * scale));
    int height = (int) Math.max(1, Math.round(frame.height() * scale));
    gc.drawImage(image, 0, 0, size.width, size.height, x, y, width, height);
  }
}
