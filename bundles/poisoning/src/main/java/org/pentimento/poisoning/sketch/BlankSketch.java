package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/**
 * Makes the sketch empty paper.
 *
 * @param white whether the paper becomes white; else it keeps its tone
 */
public record BlankSketch(boolean white) implements Redrawing {
  @Override
  public Image redraw(Image sketch) {
    return Image.constant(sketch.width(), sketch.height(), 1, white ? 1 : Paper.tone(sketch));
  }
}
