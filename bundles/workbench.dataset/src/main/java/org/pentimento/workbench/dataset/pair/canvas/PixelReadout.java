package org.pentimento.workbench.dataset.pair.canvas;

import java.util.List;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.workbench.dataset.pair.canvas.PaneLayout.Pixel;

/** What all images and layers have at one place, in words. */
final class PixelReadout {
  /** A layer with its values, 0 to 255. */
  record LayerValues(PairLayer layer, Picture values) {}

  private PixelReadout() {}

  /**
   * The coordinates, then the compared images, the layers, and the other images if they are seen.
   */
  static String words(PairScene scene, List<LayerValues> layers, Pixel at) {
    StringBuilder words = new StringBuilder();
    words.append("x %d, y %d".formatted((int) at.x(), (int) at.y()));
    ViewedPair pair = scene.pair();
    for (PairImage image : pair.images()) {
      if (scene.isCompared(image)) {
        words.append(values(scene, image, at));
      }
    }
    for (LayerValues laid : layers) {
      words.append("   ").append(value(laid, at, pair));
    }
    for (PairImage image : pair.images()) {
      if (scene.mode() == Mode.SIDE_BY_SIDE && !scene.isCompared(image)) {
        words.append(values(scene, image, at));
      }
    }
    return words.toString();
  }

  private static String values(PairScene scene, PairImage image, Pixel at) {
    return "   " + scene.numbered(image) + " " + values(image.picture(), at, scene.pair());
  }

  /** The values of an image at a place, 0 to 255; empty outside. */
  static String values(Picture picture, Pixel at, ViewedPair pair) {
    int first = index(picture, at, pair);
    if (first < 0) {
      return "";
    }
    StringBuilder values = new StringBuilder();
    for (int p = 0; p < picture.planes(); p++) {
      values.append(p == 0 ? "" : " ").append(picture.pixels()[first + p] & 0xff);
    }
    return values.toString();
  }

  /** The value of a layer at a place, 0 to 1; empty outside. */
  static String value(LayerValues laid, Pixel at, ViewedPair pair) {
    int first = index(laid.values(), at, pair);
    return first < 0
        ? ""
        : "%s %.2f".formatted(laid.layer().name(), (laid.values().pixels()[first] & 0xff) / 255.0);
  }

  /** Where the values of a place begin in a picture that is stretched over the pair's frame. */
  private static int index(Picture picture, Pixel at, ViewedPair pair) {
    int column = (int) Math.floor(at.x() * picture.width() / pair.width());
    int row = (int) Math.floor(at.y() * picture.height() / pair.height());
    return column < 0 || row < 0 || column >= picture.width() || row >= picture.height()
        ? -1
        : (row * picture.width() + column) * picture.planes();
  }
}
