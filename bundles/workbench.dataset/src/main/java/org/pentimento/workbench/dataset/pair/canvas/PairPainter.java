package org.pentimento.workbench.dataset.pair.canvas;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pane;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pixel;
import org.pentimento.workbench.dataset.pair.canvas.PixelReadout.LayerValues;
import org.pentimento.workbench.dataset.pair.canvas.Viewport.Frame;
import org.pentimento.workbench.look.Captions;
import org.pentimento.workbench.preview.PreviewImages;

/** Paints the images of a pair and the layers over them; keeps both as SWT images. */
final class PairPainter {
  private static final int MARGIN = 8;

  /** Longest side of an image in a picture for documents while nobody chose a zoom, at least. */
  private static final int EXPORTED = 480;

  private record Laid(LayerValues values, Image image) {}

  private final Canvas canvas;
  private final Composite page;
  private final Viewport view;
  private final Map<ImageRole, Image> images = new HashMap<>();
  private final Map<String, Laid> layers = new HashMap<>();
  private final Map<String, Double> opacities = new HashMap<>();

  /**
   * Has no images yet.
   *
   * @param page whose background the canvas has
   * @param view which part of the images is seen
   */
  PairPainter(Canvas canvas, Composite page, Viewport view) {
    this.canvas = canvas;
    this.page = page;
    this.view = view;
    canvas.addDisposeListener(e -> forget());
  }

  /** Drops images and layers, because another pair is shown. */
  void forget() {
    images.values().forEach(Image::dispose);
    images.clear();
    layers.values().forEach(laid -> laid.image().dispose());
    layers.clear();
  }

  /** Lays values of 0 to 255 over the compared images. */
  void lay(PairLayer layer, Picture values) {
    remove(layer.id());
    Image image = new Image(canvas.getDisplay(), HeatMap.of(layer, values));
    layers.put(layer.id(), new Laid(new LayerValues(layer, values), image));
  }

  void remove(String layer) {
    Laid before = layers.remove(layer);
    if (before != null) {
      before.image().dispose();
    }
  }

  /** How much of a layer is seen, in [0, 1]; may be said before it is laid. */
  void setOpacity(String layer, double opacity) {
    opacities.put(layer, opacity);
  }

  /** The layers that are laid over the images, lowest first. */
  List<LayerValues> layers() {
    return inOrder().stream().map(Laid::values).toList();
  }

  private List<Laid> inOrder() {
    return layers.values().stream()
        .sorted(Comparator.comparing(laid -> laid.values().layer().name()))
        .toList();
  }

  /** Height of the caption above a pane, in pixels. */
  int captionHeight() {
    GC gc = new GC(canvas);
    int height = gc.getFontMetrics().getHeight() + 4;
    gc.dispose();
    return height;
  }

  /**
   * What a scene is painted on.
   *
   * @param paper colour behind it
   * @param ink colour of its words
   * @param view which part of the images is seen
   */
  private record Ground(Color paper, Color ink, Viewport view) {}

  private Ground ofCanvas() {
    return new Ground(page.getBackground(), canvas.getForeground(), view);
  }

  /**
   * A picture of a scene as documents need it: on white, the images as a whole at the zoom that
   * somebody chose, else large enough to be seen, and beside them each layer alone with the scale
   * of its colours, as nothing shines through it there.
   *
   * @param scene with at least one image
   * @return to be disposed
   */
  Image picture(PairScene scene) {
    ViewedPair pair = scene.pair();
    int count = scene.mode() == Mode.SIDE_BY_SIDE ? pair.images().size() : 1;
    int scale =
        view.enlargement(
            Math.max(
                1, (int) Math.ceil((double) EXPORTED / Math.max(pair.width(), pair.height()))));
    int caption = captionHeight();
    int width = count * (pair.width() * scale + PaneLayout.GAP) - PaneLayout.GAP;
    int height = pair.height() * scale + caption;
    List<Laid> laid = inOrder();
    Device device = canvas.getDisplay();
    int map = PaneLayout.GAP + pair.width() * scale;
    Image image =
        new Image(device, width + laid.size() * (map + ColourScale.WIDTH), height + MARGIN);
    GC gc = new GC(image);
    Color white = device.getSystemColor(SWT.COLOR_WHITE);
    Color black = device.getSystemColor(SWT.COLOR_BLACK);
    gc.setBackground(white);
    gc.setForeground(black);
    gc.setFont(canvas.getFont());
    gc.fillRectangle(image.getBounds());
    gc.setAntialias(SWT.ON);
    PaneLayout layout = PaneLayout.inOneRow(scene, width, height, caption);
    Ground ground = new Ground(white, black, new Viewport());
    panes(gc, scene, layout, null, ground);
    int x = width;
    for (Laid one : laid) {
      gc.setForeground(black);
      x += PaneLayout.GAP;
      opaque(gc, one.values(), x, caption, pair.width() * scale, pair.height() * scale);
      x += pair.width() * scale;
      ColourScale.draw(gc, one.values().layer(), x, caption, pair.height() * scale);
      x += ColourScale.WIDTH;
    }
    gc.dispose();
    return image;
  }

  /** Draws a layer in the colours of its scale, with its name above. */
  private static void opaque(GC gc, LayerValues values, int x, int y, int width, int height) {
    String words = Captions.fit(gc, values.layer().name(), width);
    gc.drawText(words, x + Math.max(0, (width - gc.textExtent(words).x) / 2), 2, true);
    ImageData colours = HeatMap.of(values.layer(), values.values());
    colours.alphaData = null;
    Image map = new Image(gc.getDevice(), colours);
    gc.drawImage(map, 0, 0, colours.width, colours.height, x, y, width, height);
    map.dispose();
  }

  /** Paints a message where there are no images. */
  void paint(GC gc, String message) {
    background(gc);
    gc.drawText(message, MARGIN, MARGIN, SWT.DRAW_TRANSPARENT | SWT.DRAW_DELIMITER);
  }

  /**
   * Paints a scene.
   *
   * @param mouse where the mouse is, null if elsewhere
   */
  void paint(GC gc, PairScene scene, PaneLayout layout, @Nullable Point mouse) {
    background(gc);
    gc.setAntialias(SWT.ON);
    panes(gc, scene, layout, mouse, ofCanvas());
  }

  private void panes(
      GC gc, PairScene scene, PaneLayout layout, @Nullable Point mouse, Ground ground) {
    gc.setInterpolation(ground.view().scale(layout.frame()) >= 2 ? SWT.NONE : SWT.HIGH);
    Pixel pixel = mouse == null ? null : layout.pixelAt(ground.view(), mouse.x, mouse.y);
    for (Pane pane : layout.panes()) {
      caption(gc, scene, pane);
      if (!pane.images().isEmpty()) {
        gc.setClipping(pane.x(), pane.y(), pane.width(), pane.height());
        pane(gc, scene, pane, layout.frame(), ground);
        boolean elsewhere = mouse != null && !pane.contains(mouse.x, mouse.y);
        if (scene.mode() == Mode.SIDE_BY_SIDE && pixel != null && elsewhere) {
          crosshair(gc, pane, layout.frame(), pixel);
        }
        gc.setClipping((Rectangle) null);
      }
    }
  }

  private void background(GC gc) {
    gc.setBackground(page.getBackground());
    gc.setForeground(canvas.getForeground());
    gc.fillRectangle(canvas.getClientArea());
  }

  private void caption(GC gc, PairScene scene, Pane pane) {
    int height = captionHeight();
    int top = pane.y() - height;
    String words = Captions.fit(gc, scene.caption(pane.images()), pane.width());
    int left = pane.x() + Math.max(0, (pane.width() - gc.textExtent(words).x) / 2);
    gc.setClipping(pane.x(), top, pane.width(), height);
    gc.drawText(words, left, top + 2, true);
    gc.setClipping((Rectangle) null);
  }

  private void pane(GC gc, PairScene scene, Pane pane, Frame frame, Ground ground) {
    PairImage bottom = pane.images().get(0);
    PairImage top = pane.images().get(pane.images().size() - 1);
    int line = pane.x() + (int) Math.round(scene.amount() * pane.width());
    switch (scene.mode()) {
      case SIDE_BY_SIDE -> draw(gc, image(bottom), pane, frame, ground);
      case FLICKER -> draw(gc, image(scene.up(pane.images())), pane, frame, ground);
      case OVERLAY -> {
        draw(gc, image(bottom), pane, frame, ground);
        gc.setAlpha((int) Math.round(255 * scene.amount()));
        draw(gc, image(top), pane, frame, ground);
        gc.setAlpha(255);
      }
      case WIPE -> {
        int right = pane.x() + pane.width();
        gc.setClipping(pane.x(), pane.y(), line - pane.x(), pane.height());
        draw(gc, image(bottom), pane, frame, ground);
        gc.setClipping(line, pane.y(), Math.max(0, right - line), pane.height());
        draw(gc, image(top), pane, frame, ground);
        gc.setClipping(pane.x(), pane.y(), pane.width(), pane.height());
      }
    }
    if (scene.mode() != Mode.SIDE_BY_SIDE || scene.isCompared(bottom)) {
      layers(gc, pane, frame, ground);
    }
    if (scene.mode() == Mode.WIPE) {
      gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
      gc.setLineWidth(2);
      gc.drawLine(line, pane.y(), line, pane.y() + pane.height());
      gc.setLineWidth(1);
      gc.setForeground(ground.ink());
    }
  }

  private void layers(GC gc, Pane pane, Frame frame, Ground ground) {
    for (Laid laid : inOrder()) {
      double opacity = opacities.getOrDefault(laid.values().layer().id(), 1.0);
      gc.setAlpha((int) Math.round(255 * opacity));
      draw(gc, laid.image(), pane, frame, ground);
    }
    gc.setAlpha(255);
  }

  /** Marks the place in a pane that the mouse is at in another one. */
  private void crosshair(GC gc, Pane pane, Frame frame, Pixel at) {
    int x = pane.x() + (int) Math.round(view.left(frame) + at.x() * view.scale(frame));
    int y = pane.y() + (int) Math.round(view.top(frame) + at.y() * view.scale(frame));
    gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
    gc.drawLine(x - 7, y, x - 2, y);
    gc.drawLine(x + 2, y, x + 7, y);
    gc.drawLine(x, y - 7, x, y - 2);
    gc.drawLine(x, y + 2, x, y + 7);
    gc.setForeground(canvas.getForeground());
  }

  private Image image(PairImage image) {
    return images.computeIfAbsent(
        image.role(), role -> new Image(canvas.getDisplay(), PreviewImages.of(image.picture())));
  }

  /** Draws an image as large as the largest one is shown. */
  private void draw(GC gc, Image image, Pane pane, Frame frame, Ground ground) {
    Rectangle size = image.getBounds();
    double scale = ground.view().scale(frame);
    int x = pane.x() + (int) Math.round(ground.view().left(frame));
    int y = pane.y() + (int) Math.round(ground.view().top(frame));
    int width = (int) Math.max(1, Math.round(frame.width() * scale));
    int height = (int) Math.max(1, Math.round(frame.height() * scale));
    gc.drawImage(image, 0, 0, size.width, size.height, x, y, width, height);
  }
}
