package org.pentimento.workbench.chart;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.Rendering;
import org.pentimento.chart.draw.Rendering.Area;
import org.pentimento.chart.draw.Rendering.Spot;
import org.pentimento.chart.draw.Rendering.View;
import org.pentimento.chart.draw.Zoomed;
import org.pentimento.workbench.preferences.Appearance;

/**
 * Shows a chart in the window's palette, light or dark as the window is. Drag, wheel, plus and
 * minus zoom, arrows move, a double click or Escape shows all again; the context menu copies and
 * saves. The chart is drawn in another thread; if it fails or takes too long, a message is shown
 * instead.
 */
public final class ChartCanvas {
  private static final int NEAR = 7;
  private static final int SMALLEST = 40;
  private static final double STEP = 1.25;

  private final Canvas canvas;
  private final String title;
  private final ChartDrawing drawing;
  private final ChartPainter painter;
  private final ChartZoom zoom = new ChartZoom();
  private View view = View.ALL;
  private @Nullable FigureSource source;
  private ChartDrawing.@Nullable Drawn drawn;
  private @Nullable Image image;
  private String message = "";
  private String marked = "";
  private Consumer<String> picked = id -> {};
  private Consumer<Boolean> presence = has -> {};

  /**
   * Makes an empty canvas.
   *
   * @param title for file names and messages
   */
  public ChartCanvas(Composite parent, String title) {
    this.title = title;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.setData(ChartCanvas.class.getName(), this);
    drawing = new ChartDrawing(canvas, title, new FromDrawing());
    painter = new ChartPainter(canvas);
    canvas.addPaintListener(e -> paint(e.gc));
    canvas.addListener(SWT.Resize, e -> drawing.draw());
    canvas.addListener(SWT.MouseDown, this::press);
    canvas.addListener(SWT.MouseMove, this::move);
    canvas.addListener(SWT.MouseUp, this::release);
    canvas.addListener(SWT.MouseDoubleClick, e -> zoomTo(View.ALL));
    canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
    canvas.addListener(SWT.FocusIn, e -> canvas.redraw());
    canvas.addListener(SWT.FocusOut, e -> canvas.redraw());
    ChartKeys.listen(canvas, new FromKeys());
    canvas.addDisposeListener(e -> disposeImage());
    Appearance.onPaletteChange(canvas, canvas::redraw);
    canvas
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                e ->
                    e.result =
                        drawn == null ? title : title + ". " + drawn.figure().description()));
    ChartMenu.on(
        canvas,
        () -> drawn != null,
        this::copy,
        format -> file().ifPresent(f -> f.ask(canvas.getShell(), format)),
        () -> zoomTo(View.ALL));
  }

  /** The control to lay out. */
  public Control control() {
    return canvas;
  }

  /** Calls a listener with the id of an image whose mark was clicked. */
  public void onPick(Consumer<String> listener) {
    picked = listener;
  }

  /**
   * Calls a listener with whether there is anything to see, each time that the figure was made;
   * what failed is seen as a message.
   */
  public void onPresence(Consumer<Boolean> listener) {
    presence = listener;
  }

  /** Shows a figure; the zoom stays. */
  public void show(FigureSource figure) {
    source = figure;
    drawing.draw();
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
    return Optional.ofNullable(drawn).map(ChartDrawing.Drawn::rendering);
  }

  /** Why nothing is seen, or empty. */
  public String message() {
    return message;
  }

  /** Shows a part of the axes. */
  public void zoomTo(View part) {
    if (!view.equals(part)) {
      view = part;
      drawing.draw();
    }
  }

  /** Saves what is seen to a file, in the background. */
  public void save(ChartFormat format, Path file) {
    file().ifPresent(f -> f.save(format, file));
  }

  private void copy() {
    file().ifPresent(f -> f.copy(canvas.getDisplay()));
  }

  private Optional<ChartFile> file() {
    Point size = canvas.getSize();
    Theme onPaper = Theme.of(Appearance.palette(), false);
    return figure().map(f -> new ChartFile(f, title, onPaper, size.x, size.y));
  }

  // Drawing and painting

  private Theme theme() {
    return Appearance.chart(canvas.getParent());
  }

  private final class FromDrawing implements ChartDrawing.Client {
    @Override
    public ChartDrawing.@Nullable Order wanted() {
      FigureSource wanted = source;
      Point size = canvas.getSize();
      if (wanted == null || size.x < SMALLEST || size.y < SMALLEST) {
        return null;
      }
      double scale = Math.max(1, canvas.getMonitor().getZoom() / 100.);
      return new ChartDrawing.Order(wanted, theme(), view, size.x, size.y, scale);
    }

    @Override
    public void drawn(ChartDrawing.Drawn made) {
      message = "";
      drawn = made;
      disposeImage();
      image = RenderingImage.of(canvas.getDisplay(), made.rendering(), made.data());
      canvas.redraw();
      presence.accept(true);
    }

    @Override
    public void failed(String words) {
      leave(words);
      presence.accept(true);
    }

    @Override
    public void nothing() {
      leave("Nothing of this kind was measured.");
      presence.accept(false);
    }

    private void leave(String words) {
      message = words;
      drawn = null;
      disposeImage();
      canvas.setToolTipText(null);
      canvas.redraw();
    }
  }

  private void disposeImage() {
    if (image != null) {
      image.dispose();
      image = null;
    }
  }

  private void paint(GC gc) {
    Theme theme = theme();
    painter.background(gc, theme);
    if (image != null && drawn != null) {
      painter.picture(gc, theme, image, drawn.rendering(), marked);
      if (drawn.theme() != theme) {
        drawing.draw();
      }
    } else if (!message.isEmpty()) {
      painter.message(gc, theme, message);
    }
    area().map(zoom::box).ifPresent(box -> painter.box(gc, theme, box));
    if (canvas.isFocusControl()) {
      painter.focus(gc, theme);
    }
  }

  // Mouse and keyboard

  private Optional<Area> area() {
    return rendering().flatMap(Rendering::area);
  }

  private Optional<Spot> spot(Event event) {
    return rendering().flatMap(r -> r.at(event.x, event.y, NEAR));
  }

  private void press(Event event) {
    canvas.setFocus();
    if (event.button == 1 && area().isPresent()) {
      zoom.press(event.x, event.y);
    }
  }

  private void move(Event event) {
    if (zoom.isPressed()) {
      zoom.drag(event.x, event.y);
      canvas.redraw();
      return;
    }
    Optional<Spot> spot = spot(event);
    String words = spot.map(s -> s.words().replace("&", "&&")).orElse(null);
    if (!Objects.equals(words, canvas.getToolTipText())) {
      canvas.setToolTipText(words);
    }
    boolean hand = spot.isPresent() && !spot.get().id().isEmpty();
    canvas.setCursor(hand ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
  }

  private void release(Event event) {
    if (event.button != 1 || !zoom.isPressed()) {
      return;
    }
    Area area = area().orElse(null);
    Rectangle box = area == null ? null : zoom.box(area);
    zoom.release();
    canvas.redraw();
    if (area != null && box != null) {
      zoomTo(ChartZoom.within(area, box));
    } else {
      spot(event).map(Spot::id).filter(id -> !id.isEmpty()).ifPresent(picked);
    }
  }

  /** Zooms where the mouse is, unless the page is being scrolled past this chart. */
  private void wheel(Event event) {
    if (canvas.isFocusControl() || (event.stateMask & SWT.MOD1) != 0) {
      zoomAt(event.x, event.y, event.count > 0);
      event.doit = false;
    }
  }

  private void zoomAt(double x, double y, boolean in) {
    area().ifPresent(a -> zoomTo(ChartZoom.at(a, x, y, in ? STEP : 1 / STEP)));
  }

  private final class FromKeys implements ChartKeys.Actions {
    @Override
    public void showAll() {
      zoomTo(View.ALL);
    }

    @Override
    public void pan(double right, double down) {
      area().ifPresent(a -> zoomTo(ChartZoom.moved(a, right, down)));
    }

    @Override
    public void zoom(boolean in) {
      Point size = canvas.getSize();
      zoomAt(size.x / 2., size.y / 2., in);
    }

    @Override
    public void copy() {
      ChartCanvas.this.copy();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "chart '%s'", title);
  }
}
