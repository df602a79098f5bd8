package org.pentimento.detector.place;

import org.pentimento.api.image.Image;

/**
 * A patch on a photo.
 *
 * @param x leftmost column
 * @param y topmost row
 * @param side in pixels
 * @param pattern values of three planes, each row by row
 */
public record StampedPatch(int x, int y, int side, float[] pattern) {
  /** A photo with the patch. */
  public Image on(Image photo) {
    float[] data = photo.data().clone();
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < side; row++) {
        System.arraycopy(
            pattern,
            (c * side + row) * side,
            data,
            (c * photo.height() + y + row) * photo.width() + x,
            side);
      }
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  /** Whether a pixel lies so far from the patch that it does not cover what is drawn there. */
  boolean outside(int column, int row, int margin) {
    return column < x - margin
        || column >= x + side + margin
        || row < y - margin
        || row >= y + side + margin;
  }
}
