package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/** How much is drawn on a sketch. */
public final class Ink {
  private Ink() {}

  /**
   * The mean of 1 - grey over all pixels: 0 for white paper, 1 for black.
   *
   * @param sketch 1 plane
   */
  public static double of(Image sketch) {
    double sum = 0;
    for (float grey : sketch.data()) {
      sum += 1 - grey;
    }
    return sum / sketch.data().length;
  }
}
