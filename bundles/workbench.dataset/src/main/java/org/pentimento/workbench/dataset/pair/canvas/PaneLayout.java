package org.pentimento.workbench.dataset.pair.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.workbench.dataset.pair.canvas.Viewport.Frame;

/**
 * Where the images of a pair lie on the canvas: one pane for each, or one pane for the two that are
 * compared.
 *
 * @param panes all of the same size; none if there are no images
 * @param frame the size of the images and of a pane
 */
record PaneLayout(List<Pane> panes, Frame frame) {
  /** Room between panes, in pixels. */
  static final int GAP = 8;

  /**
   * A part of the canvas, in pixels. Its caption stands above it.
   *
   * @param images what it shows: one, the two that are compared, or none
   */
  record Pane(int x, int y, int width, int height, List<PairImage> images) {
    boolean contains(int atX, int atY) {
      return atX >= x && atY >= y && atX < x + width && atY < y + height;
    }
  }

  /**
   * A place in the images.
   *
   * @param x in pixels of the largest image, from its left
   * @param y in pixels of the largest image, from its top
   */
  record Pixel(double x, double y) {}

  /**
   * Lays out a scene.
   *
   * @param width of the canvas
   * @param height of the canvas
   * @param caption height of a pane's caption
   */
  static PaneLayout of(PairScene scene, int width, int height, int caption) {
    return of(scene, width, height, caption, columns(scene.pair(), width, height, caption));
  }

  /** Lays out a scene with its images beside each other, however small they get. */
  static PaneLayout inOneRow(PairScene scene, int width, int height, int caption) {
    return of(scene, width, height, caption, Math.max(1, scene.pair().images().size()));
  }

  private static PaneLayout of(PairScene scene, int width, int height, int caption, int columns) {
    ViewedPair pair = scene.pair();
    List<Pane> panes =
        pair.images().isEmpty()
            ? List.of()
            : scene.mode() == Mode.SIDE_BY_SIDE
                ? sideBySide(pair, width, height, caption, columns)
                : List.of(
                    new Pane(0, caption, width, Math.max(1, height - caption), scene.compared()));
    int paneWidth = panes.isEmpty() ? width : panes.get(0).width();
    int paneHeight = panes.isEmpty() ? height : panes.get(0).height();
    return new PaneLayout(
        panes,
        new Frame(pair.width(), pair.height(), Math.max(1, paneWidth), Math.max(1, paneHeight)));
  }

  private static List<Pane> sideBySide(
      ViewedPair pair, int width, int height, int caption, int columns) {
    int count = pair.images().size();
    int rows = (count + columns - 1) / columns;
    int paneWidth = Math.max(1, (width - (columns - 1) * GAP) / columns);
    int paneHeight = Math.max(1, (height - (rows - 1) * GAP) / rows - caption);
    List<Pane> panes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      panes.add(
          new Pane(
              i % columns * (paneWidth + GAP),
              i / columns * (paneHeight + caption + GAP) + caption,
              paneWidth,
              paneHeight,
              List.of(pair.images().get(i))));
    }
    return panes;
  }

  /** As many columns as make the images largest. */
  private static int columns(ViewedPair pair, int width, int height, int caption) {
    int count = pair.images().size();
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; columns++) {
      int rows = (count + columns - 1) / columns;
      double across = (width - (columns - 1.0) * GAP) / columns / pair.width();
      double down = ((height - (rows - 1.0) * GAP) / rows - caption) / (double) pair.height();
      double scale = Math.min(across, down);
      if (scale > largest * 1.001) {
        largest = scale;
        best = columns;
      }
    }
    return best;
  }

  /** The pane at a point of the canvas, null if there is none. */
  @Nullable Pane paneAt(int x, int y) {
    return panes.stream().filter(p -> p.contains(x, y)).findFirst().orElse(null);
  }

  /** What lies at a point of the canvas, null if no image does. */
  @Nullable Pixel pixelAt(Viewport view, int x, int y) {
    Pane pane = paneAt(x, y);
    if (pane == null) {
      return null;
    }
    double across = (x - pane.x() - view.left(frame)) / view.scale(frame);
    double down = (y - pane.y() - view.top(frame)) / view.scale(frame);
    boolean inside = across >= 0 && down >= 0 && across < frame.width() && down < frame.height();
    return inside ? new Pixel(across, down) : null;
  }
}
