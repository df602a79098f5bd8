package org.pentimento.workbench.dataset.pair.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pane;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pixel;
import org.pentimento.workbench.dataset.pair.canvas.Viewport.Frame;

/** Shows the images of a pair and the layers over them. Zoom and pan are the same in all panes. */
public final class PairCanvas {
  /** Hears what the user does. */
  public interface Client {
    /** The mouse is over other pixels: their values in words, empty outside of the images. */
    void under(String words);

    /** The user has zoomed or panned. */
    void zoomed();

    /** The user dragged the line of the wipe to a share of the width, in [0, 1]. */
    void wiped(double share);

    /** The canvas is visible and about to paint. */
    void seen();
  }

  private static final int GRIP = 6;
  private static final double STEP = 1.25;

  private final Canvas canvas;
  private final Client client;
  private final PairPainter painter;
  private final PairScene scene = new PairScene();
  private final Viewport view = new Viewport();
  private String message = "";
  private int flickers;
  private @Nullable Point mouse;
  private @Nullable Point grabbed;
  private boolean wiping;

  /**
   * Makes an empty canvas.
   *
   * @param page whose background the canvas has
   */
  public PairCanvas(Composite parent, Composite page, Client client) {
    this.client = client;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
    painter = new PairPainter(canvas, page, view);
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
    canvas
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = name()));
  }

  private String name() {
    return "Images of the pair: "
        + String.join(", ", scene.pair().images().stream().map(PairImage::name).toList());
  }

  /** The control to lay out. */
  public Canvas control() {
    return canvas;
  }

  /** Shows a pair; its images have to be chosen anew, its layers asked for anew. */
  public void show(ViewedPair pair) {
    painter.forget();
    scene.show(pair);
    message = "";
    canvas.redraw();
    tellPixel();
  }

  /** Shows a message in place of images. */
  public void tell(String words) {
    painter.forget();
    scene.show(ViewedPair.NONE);
    message = words;
    canvas.redraw();
    tellPixel();
  }

  /** Chooses by their roles which images are compared. */
  public void compare(String firstRole, String secondRole) {
    scene.compare(firstRole, secondRole);
    canvas.redraw();
    tellPixel();
  }

  /** Compares the images in another way. */
  public void setMode(Mode mode) {
    scene.setMode(mode);
    canvas.redraw();
    flicker(++flickers);
  }

  /** In [0, 1]: the opacity of the second image, the place of the line, or the flicker's speed. */
  public void setAmount(double amount) {
    scene.setAmount(amount);
    canvas.redraw();
  }

  /** Swaps the images again and again, until another mode is chosen. */
  private void flicker(int which) {
    if (scene.mode() == Mode.FLICKER) {
      int pause = (int) Math.round(1500 - 1165 * scene.amount()); // at most 3 changes a second
      canvas
          .getDisplay()
          .timerExec(
              pause,
              () -> {
                if (!canvas.isDisposed() && which == flickers) {
                  swap();
                  flicker(which);
                }
              });
    }
  }

  /** Shows the other one of the compared images, in the mode that shows one at a time. */
  public void swap() {
    scene.swap();
    canvas.redraw();
  }

  /** Lays values of 0 to 255 over the compared images. */
  public void lay(PairLayer layer, Picture values) {
    painter.lay(layer, values);
    canvas.redraw();
    tellPixel();
  }

  /** Takes a layer away, if it is there. */
  public void remove(String layer) {
    painter.remove(layer);
    canvas.redraw();
    tellPixel();
  }

  /** How much of a layer is seen, in [0, 1]. */
  public void setOpacity(String layer, double opacity) {
    painter.setOpacity(layer, opacity);
    canvas.redraw();
  }

  /**
   * A picture of what is shown, on white, with a scale of colours beside it for each layer; empty
   * if nothing is shown.
   */
  public Optional<ImageData> picture() {
    if (scene.pair().images().isEmpty()
        || scene.mode() != Mode.SIDE_BY_SIDE && scene.compared().isEmpty()) {
      return Optional.empty();
    }
    Image image = painter.picture(scene);
    ImageData data = image.getImageData(100); // as many pixels as were drawn
    image.dispose();
    return Optional.of(data);
  }

  /** What a picture of what is shown holds, in words. */
  public String pictureWords() {
    List<PairImage> images =
        scene.mode() == Mode.SIDE_BY_SIDE ? scene.pair().images() : scene.compared();
    List<String> parts = new ArrayList<>(images.stream().map(PairImage::name).toList());
    painter.layers().forEach(laid -> parts.add("map " + laid.layer().name()));
    return String.join(", ", parts);
  }

  // Zoom and pan

  private PaneLayout layout() {
    Rectangle area = canvas.getClientArea();
    return PaneLayout.of(scene, area.width, area.height, painter.captionHeight());
  }

  /** Shows the images as a whole. */
  public void fit() {
    view.fit();
    canvas.redraw();
    client.zoomed();
  }

  /** Enlarges the images. */
  public void zoomIn() {
    zoom(STEP);
  }

  /** Makes the images smaller. */
  public void zoomOut() {
    zoom(1 / STEP);
  }

  /** Shows a pixel of the images as one of the screen. */
  public void zoomToPixels() {
    zoom(1 / view.scale(layout().frame()));
  }

  private void zoom(double factor) {
    Frame frame = layout().frame();
    view.zoom(frame, factor, frame.paneWidth() / 2.0, frame.paneHeight() / 2.0);
    canvas.redraw();
    client.zoomed();
  }

  /** Moves the images by pixels of the screen. */
  public void pan(int dx, int dy) {
    view.pan(layout().frame(), dx, dy);
    canvas.redraw();
  }

  /** The zoom in per cent, with a remark if the images are seen as a whole. */
  public String zoomWords() {
    if (scene.pair().images().isEmpty()) {
      return "";
    }
    long percent = Math.round(view.scale(layout().frame()) * 100);
    return percent + " %" + (view.isFitted() ? " (fits)" : "");
  }

  // Mouse

  private void press(Event event) {
    canvas.setFocus();
    if (event.button == 1) {
      grabbed = new Point(event.x, event.y);
      wiping = isOnLine(event.x);
    }
  }

  private boolean isOnLine(int x) {
    long line = Math.round(scene.amount() * canvas.getClientArea().width);
    return scene.mode() == Mode.WIPE && Math.abs(x - line) <= GRIP;
  }

  private void move(Event event) {
    Point from = grabbed;
    if (from != null && wiping) {
      int width = Math.max(1, canvas.getClientArea().width);
      scene.setAmount(Math.max(0, Math.min(1, (double) event.x / width)));
      client.wiped(scene.amount());
    } else if (from != null) {
      pan(event.x - from.x, event.y - from.y);
      grabbed = new Point(event.x, event.y);
      client.zoomed();
    }
    boolean slides = wiping || isOnLine(event.x);
    canvas.setCursor(slides ? canvas.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
    mouse = new Point(event.x, event.y);
    tellPixel();
    canvas.redraw();
  }

  /** What lies under the mouse now; what lay there before another pair was shown does not stay. */
  private void tellPixel() {
    Point at = mouse;
    Pixel pixel =
        at == null || scene.pair().images().isEmpty() ? null : layout().pixelAt(view, at.x, at.y);
    client.under(pixel == null ? "" : PixelReadout.words(scene, painter.layers(), pixel));
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
    PaneLayout layout = layout();
    Pane pane = layout.paneAt(event.x, event.y);
    if (pane != null) {
      double factor = event.count > 0 ? STEP : 1 / STEP;
      view.zoom(layout.frame(), factor, event.x - pane.x(), event.y - pane.y());
      canvas.redraw();
      client.zoomed();
    }
    event.doit = false;
  }

  private void paint(GC gc) {
    client.seen();
    if (scene.pair().images().isEmpty()) {
      painter.paint(gc, message);
    } else {
      painter.paint(gc, scene, layout(), mouse);
    }
  }
}
