package org.pentimento.workbench.dataset.pair.canvas;

import java.util.List;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pixel;
import org.pentimento.workbench.dataset.pair.canvas.ViewedPair.Named;

/** What all images and layers have at one place, in words. */
final class PixelReadout {
  /** A layer with its values, 0 to 255. */
  record LayerValues(Layer layer, Picture values) {}

  private PixelReadout() {}

  /**
   * The coordinates, then the compared images, the layers, and the other images if they are seen.
   */
  static String words(PairScene scene, List<LayerValues> layers, Pixel at) {
    StringBuilder words = new StringBuilder();
    words.append("x %d, y %d".formatted((int) at.x(), (int) at.y()));
    ViewedPair pair = scene.pair();
    for (Named image : pair.images()) {
      if (scene.isCompared(image)) {
        words.append(values(scene, image, at));
      }
    }
    for (LayerValues laid : layers) {
      words
          .append("   ")
          .append(laid.layer().value(laid.values(), at.x(), at.y(), pair.width(), pair.height()));
    }
    for (Named image : pair.images()) {
      if (scene.mode() == Mode.SIDE_BY_SIDE && !scene.isCompared(image)) {
        words.append(values(scene, image, at));
      }
    }
    return words.toString();
  }

  private static String values(PairScene scene, Named image, Pixel at) {
    ViewedPair pair = scene.pair();
    return "   "
        + scene.numbered(image)
        + " "
        + image.values(at.x(), at.y(), pair.width(), pair.height());
  }
}
