package org.pentimento.workbench.run.chart;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Rendering;
import org.pentimento.chart.Rendering.Area;
import org.pentimento.chart.Rendering.Span;
import org.pentimento.chart.Rendering.Spot;
import org.pentimento.chart.Rendering.View;
import org.pentimento.chart.Role;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Zoomed;
import org.pentimento.workbench.preferences.Appearance;

/**
 * Shows a figure in the window's palette, light or dark as the window is. Drag, wheel, plus and
 * minus zoom, arrows move, a double click or Escape shows all again; the context menu copies and
 * saves. Figures are made and drawn in other threads, and one that fails or takes too long leaves a
 * message in its place.
 */
public final class ChartCanvas {
  /** How long a figure may take. */
  public static final int PATIENCE_MS = 15_000;

  private static final int NEAR = 7;
  private static final int LEAST_DRAG = 6;
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "charts");
            thread.setDaemon(true);
            return thread;
          });

  /** Gives the figure, or nothing if there is none; called in another thread than the display's. */
  public interface Source extends Supplier<Optional<Figure>> {}

  /**
   * What is asked of a drawing thread.
   *
   * @param scale pixels of the screen per pixel of the figure
   */
  private record Order(
      Source source, Theme theme, View view, int width, int height, double scale) {}

  /** What a drawing thread made. */
  private record Drawn(Figure figure, Rendering rendering, ImageData data) {}

  private final Canvas canvas;
  private final String title;
  private @Nullable Source source;
  private View view = View.ALL;
  private @Nullable Order going;
  private boolean again;
  private @Nullable Drawn drawn;
  private @Nullable Image image;
  private @Nullable Theme drawnFor;
  private String message = "";
  private String marked = "";
  private @Nullable Point dragFrom;
  private @Nullable Point dragTo;
  private Consumer<String> picked = id -> {};

  /**
   * Makes an empty canvas.
   *
   * @param title for file names and messages
   */
  public ChartCanvas(Composite parent, String title) {
    this.title = title;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.setData(ChartCanvas.class.getName(), this);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> draw());
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, this::release);
    canvas.addListener(SWT.MouseDoubleClick, e -> zoomTo(View.ALL));
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.KeyDown, this::key);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    canvas.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ESCAPE);
    canvas.addDisposeListener(
        e -> {
          if (image != null) {
            image.dispose();
          }
        });
    Appearance.onPaletteChange(canvas, canvas::redraw);
    canvas
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e ->
                    e.result =
                        drawn == null ? title : title + ". " + drawn.figure().description()));
    menu();
  }

  /** The control to lay out. */
  public Control control() {
    return canvas;
  }

  /** Calls a listener with the id of an image whose mark was clicked. */
  public void onPick(Consumer<String> listener) {
    picked = listener;
  }

  /** Shows a figure; what was zoomed stays so. */
  public void show(Source figure) {
    source = figure;
    draw();
  }

  /** Rings the marks of an image; an empty id rings none. */
  public void mark(String id) {
    if (!marked.equals(id)) {
      marked = id;
      canvas.redraw();
    }
  }

  /** The figure that is seen, zoomed as it is, if one is. */
  public Optional<Figure> figure() {
    return Optional.ofNullable(drawn).map(d -> new Zoomed(d.figure(), view));
  }

  /** What is seen and where, if anything is. */
  public Optional<Rendering> rendering() {
    return Optional.ofNullable(drawn).map(Drawn::rendering);
  }

  /** Why nothing is seen, or empty. */
  public String message() {
    return message;
  }

  /** Shows a part of the axes. */
  public void zoomTo(View part) {
    if (!view.equals(part)) {
      view = part;
      draw();
    }
  }

  // Drawing

  private Theme theme() {
    return Appearance.chart(canvas.getParent());
  }

  private void draw() {
    Source wanted = source;
    if (canvas.isDisposed() || wanted == null) {
      return;
    }
    Point size = canvas.getSize();
    if (size.x < 40 || size.y < 40) {
      return;
    }
    if (going != null) {
      again = true;
      return;
    }
    double scale = Math.max(1, canvas.getMonitor().getZoom() / 100.);
    Order order = new Order(wanted, theme(), view, size.x, size.y, scale);
    going = order;
    Display display = canvas.getDisplay();
    Future<?> work =
        THREADS.submit(
            () -> {
              Runnable then = carryOut(order);
              if (!display.isDisposed()) {
                display.asyncExec(
                    () -> {
                      if (going == order && !canvas.isDisposed()) {
                        then.run();
                        finish(order);
                      }
                    });
              }
            });
    display.timerExec(
        PATIENCE_MS,
        () -> {
          if (going == order && !canvas.isDisposed()) {
            work.cancel(true);
            tell(
                "The chart “%s” is not ready after %d s and was left alone. The other charts and the tables are not affected."
                    .formatted(title, PATIENCE_MS / 1000));
            finish(order);
          }
        });
  }

  /** In a drawing thread: makes figure and picture; gives what to do in the display's thread. */
  private Runnable carryOut(Order order) {
    try {
      Figure figure = order.source().get().orElse(null);
      if (figure == null) {
        return () -> tell("Nothing of this kind was measured.");
      }
      Rendering rendering =
          Rendering.of(
              figure, order.theme(), order.view(), order.width(), order.height(), order.scale());
      Drawn made = new Drawn(figure, rendering, data(rendering));
      return () -> take(made, order.theme());
    } catch (RuntimeException | Error e) {
      log().warn("The chart '" + title + "' failed", e);
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return () ->
          tell(
              "The chart “%s” cannot be drawn: %s. The other charts and the tables are not affected; details are in the error log."
                  .formatted(title, why.replaceFirst("[.!]$", "")));
    }
  }

  private static ILog log() {
    return Platform.getLog(ChartCanvas.class);
  }

  static ImageData data(Rendering rendering) {
    int width = (int) Math.ceil(rendering.width() * rendering.scale());
    int height = (int) Math.ceil(rendering.height() * rendering.scale());
    ImageData data =
        new ImageData(width, height, 24, new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
    for (int y = 0; y < height; y++) {
      int to = y * data.bytesPerLine;
      for (int x = 0; x < width; x++) {
        int pixel = rendering.rgb()[y * width + x];
        data.data[to++] = (byte) (pixel >> 16);
        data.data[to++] = (byte) (pixel >> 8);
        data.data[to++] = (byte) pixel;
      }
    }
    return data;
  }

  private void take(Drawn made, Theme theme) {
    message = "";
    drawn = made;
    drawnFor = theme;
    if (image != null) {
      image.dispose();
    }
    image = image(canvas.getDisplay(), made);
    canvas.redraw();
  }

  /** The picture as fine as it was made, also on screens of more than 100 %. */
  private static Image image(Display display, Drawn made) {
    ImageDataProvider provider =
        zoom ->
            Math.abs(zoom / 100. - made.rendering().scale()) < .01
                ? made.data()
                : made.data()
                    .scaledTo(
                        made.rendering().width() * zoom / 100,
                        made.rendering().height() * zoom / 100);
    return new Image(display, provider);
  }

  private void tell(String words) {
    message = words;
    drawn = null;
    if (image != null) {
      image.dispose();
      image = null;
    }
    canvas.setToolTipText(null);
    canvas.redraw();
  }

  private void finish(Order order) {
    going = null;
    boolean changed = again;
    again = false;
    Point size = canvas.getSize();
    if (changed
        || size.x != order.width()
        || size.y != order.height()
        || order.theme() != theme()) {
      draw();
    }
  }

  private static Color color(Theme theme, Role role) {
    java.awt.Color c = theme.color(role);
    return new Color(c.getRed(), c.getGreen(), c.getBlue());
  }

  private void paint(GC gc) {
    Theme theme = theme();
    Rectangle all = canvas.getClientArea();
    gc.setBackground(color(theme, Role.PAPER));
    gc.fillRectangle(all);
    gc.setAntialias(SWT.ON);
    if (image != null && drawn != null) {
      gc.drawImage(image, 0, 0);
      paintMarks(gc, theme, drawn.rendering());
      if (drawnFor != theme) {
        draw();
      }
    } else if (!message.isEmpty()) {
      gc.setForeground(color(theme, Role.MUTED));
      paintMessage(gc, all);
    }
    paintDrag(gc, theme);
    if (canvas.isFocusControl()) {
      gc.setForeground(color(theme, Role.MUTED));
      gc.setLineStyle(SWT.LINE_DOT);
      gc.drawRectangle(1, 1, all.width - 3, all.height - 3);
      gc.setLineStyle(SWT.LINE_SOLID);
    }
  }

  private void paintMarks(GC gc, Theme theme, Rendering rendering) {
    if (marked.isEmpty()) {
      return;
    }
    gc.setForeground(color(theme, Role.TEXT));
    gc.setLineWidth(2);
    for (Spot spot : rendering.spots()) {
      if (spot.id().equals(marked)) {
        var bounds = spot.shape().getBounds2D();
        gc.drawOval((int) bounds.getCenterX() - 7, (int) bounds.getCenterY() - 7, 14, 14);
      }
    }
    gc.setLineWidth(1);
  }

  /** Broken into lines, in the middle. */
  private void paintMessage(GC gc, Rectangle all) {
    org.eclipse.swt.graphics.TextLayout layout =
        new org.eclipse.swt.graphics.TextLayout(canvas.getDisplay());
    layout.setFont(canvas.getFont());
    layout.setText(message);
    layout.setWidth(Math.max(40, all.width - 40));
    layout.setAlignment(SWT.CENTER);
    layout.draw(gc, 20, Math.max(8, (all.height - layout.getBounds().height) / 2));
    layout.dispose();
  }

  private void paintDrag(GC gc, Theme theme) {
    Rectangle box = dragged();
    if (box != null) {
      gc.setBackground(color(theme, Role.HONEST));
      gc.setForeground(color(theme, Role.HONEST));
      gc.setAlpha(40);
      gc.fillRectangle(box);
      gc.setAlpha(255);
      gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
    }
  }

  // Mouse and keyboard

  private Optional<Area> area() {
    return rendering().flatMap(Rendering::area);
  }

  private void press(Event event) {
    canvas.setFocus();
    if (event.button == 1 && area().isPresent()) {
      dragFrom = new Point(event.x, event.y);
      dragTo = null;
    }
  }

  private void move(Event event) {
    if (dragFrom != null) {
      dragTo = new Point(event.x, event.y);
      canvas.redraw();
      return;
    }
    Optional<Spot> spot = rendering().flatMap(r -> r.at(event.x, event.y, NEAR));
    String words = spot.map(s -> s.words().replace("&", "&&")).orElse(null);
    if (!java.util.Objects.equals(words, canvas.getToolTipText())) {
      canvas.setToolTipText(words);
    }
    boolean hand = spot.isPresent() && !spot.get().id().isEmpty();
    canvas.setCursor(hand ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
  }

  /** The rectangle that is being drawn, in the area of the data; null while there is none. */
  private @Nullable Rectangle dragged() {
    Area area = area().orElse(null);
    Point from = dragFrom;
    Point to = dragTo;
    if (area == null || from == null || to == null) {
      return null;
    }
    if (Math.abs(from.x - to.x) < LEAST_DRAG && Math.abs(from.y - to.y) < LEAST_DRAG) {
      return null;
    }
    java.awt.Rectangle bounds = area.place().getBounds();
    Rectangle place = new Rectangle(bounds.x, bounds.y, bounds.width, bounds.height);
    Rectangle box =
        new Rectangle(
            Math.min(from.x, to.x),
            area.up() == null ? place.y : Math.min(from.y, to.y),
            Math.abs(from.x - to.x),
            area.up() == null ? place.height : Math.abs(from.y - to.y));
    Rectangle inside = box.intersection(place);
    return inside.width < LEAST_DRAG || inside.height < LEAST_DRAG ? null : inside;
  }

  private void release(Event event) {
    if (event.button != 1 || dragFrom == null) {
      return;
    }
    Rectangle box = dragged();
    dragFrom = null;
    dragTo = null;
    canvas.redraw();
    if (box != null) {
      area()
          .ifPresent(
              a ->
                  zoomTo(
                      new View(
                          a.across(box.x, box.x + box.width), a.up(box.y, box.y + box.height))));
    } else {
      rendering()
          .flatMap(r -> r.at(event.x, event.y, NEAR))
          .filter(s -> !s.id().isEmpty())
          .ifPresent(s -> picked.accept(s.id()));
    }
  }

  /** Zooms where the pointer is, unless the page is being scrolled over this chart. */
  private void wheel(Event event) {
    if (canvas.isFocusControl() || (event.stateMask & SWT.MOD1) != 0) {
      zoomAt(event.x, event.y, event.count > 0 ? 1 / 1.25 : 1.25);
      event.doit = false;
    }
  }

  private void zoomAt(double x, double y, double factor) {
    Area area = area().orElse(null);
    if (area == null) {
      return;
    }
    var p = area.place();
    Span across = area.across(x - (x - p.getMinX()) * factor, x + (p.getMaxX() - x) * factor);
    Span up = area.up(y - (y - p.getMinY()) * factor, y + (p.getMaxY() - y) * factor);
    zoomTo(new View(across, up));
  }

  private void pan(double dx, double dy) {
    Area area = area().orElse(null);
    if (area == null) {
      return;
    }
    var p = area.place();
    double x = dx * p.getWidth();
    double y = dy * p.getHeight();
    zoomTo(
        new View(
            area.across(p.getMinX() + x, p.getMaxX() + x),
            area.up(p.getMinY() + y, p.getMaxY() + y)));
  }

  private void key(Event event) {
    Point size = canvas.getSize();
    if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
      copy();
      return;
    }
    switch (event.keyCode) {
      case SWT.ESC, SWT.HOME -> zoomTo(View.ALL);
      case SWT.ARROW_LEFT -> pan(-.1, 0);
      case SWT.ARROW_RIGHT -> pan(.1, 0);
      case SWT.ARROW_UP -> pan(0, -.1);
      case SWT.ARROW_DOWN -> pan(0, .1);
      case SWT.KEYPAD_ADD, '+' -> zoomAt(size.x / 2., size.y / 2., 1 / 1.25);
      case SWT.KEYPAD_SUBTRACT, '-' -> zoomAt(size.x / 2., size.y / 2., 1.25);
      default -> {
        if (event.character == '+') {
          zoomAt(size.x / 2., size.y / 2., 1 / 1.25);
        }
      }
    }
  }

  // What leaves the window

  private void menu() {
    MenuManager menu = new MenuManager();
    Action copy = action("&Copy", this::copy);
    copy.setToolTipText("Copies the picture, and its numbers as text");
    menu.add(copy);
    menu.add(new Separator());
    for (ChartFormat format : ChartFormat.values()) {
      menu.add(
          action(
              "Save as &" + format.name() + " …",
              () -> figure().ifPresent(f -> files(f).ask(canvas.getShell(), format))));
    }
    menu.add(new Separator());
    menu.add(action("Show &All\tEsc", () -> zoomTo(View.ALL)));
    canvas.setMenu(menu.createContextMenu(canvas));
    canvas.addDisposeListener(e -> menu.dispose());
    menu.addMenuListener(
        m -> {
          for (var item : menu.getItems()) {
            if (item instanceof org.eclipse.jface.action.ActionContributionItem a) {
              a.getAction().setEnabled(drawn != null);
            }
          }
        });
  }

  private static Action action(String text, Runnable work) {
    return new Action(text) {
      @Override
      public void run() {
        work.run();
      }
    };
  }

  private ChartFile files(Figure figure) {
    Point size = canvas.getSize();
    return new ChartFile(figure, title, Theme.of(Appearance.palette(), false), size.x, size.y);
  }

  private void copy() {
    figure().ifPresent(f -> files(f).copy(canvas.getDisplay()));
  }

  /** Saves what is seen to a file, in the background. */
  public void save(ChartFormat format, Path file) {
    figure().ifPresent(f -> files(f).save(format, file));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "chart '%s'", title);
  }
}
