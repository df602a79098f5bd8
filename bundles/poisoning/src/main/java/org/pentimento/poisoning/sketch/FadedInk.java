package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/**
 * Fades all ink evenly.
 *
 * @param share of the ink that stays, from 0 to 1
 */
public record FadedInk(float share) implements Redrawing {
  @Override
  public Image redraw(Image sketch) {
    float[] data = sketch.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = 1 - (1 - data[i]) * share;
    }
    return Image.of(sketch.width(), sketch.height(), 1, data);
  }
}
