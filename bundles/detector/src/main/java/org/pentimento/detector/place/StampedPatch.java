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

  /**
   * A square of it.
   *
   * @param right columns that are left out on the left
   * @param down rows that are left out at the top
   * @param less by how many pixels it is shorter
   */
  StampedPatch part(int right, int down, int less) {
    int small = side - less;
    float[] values = new float[3 * small * small];
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < small; row++) {
        System.arraycopy(
            pattern,
            (c * side + row + down) * side + right,
            values,
            (c * small + row) * small,
            small);
      }
    }
    return new StampedPatch(x + right, y + down, small, values);
  }

  /** Whether a pixel lies so far from the patch that it does not cover what is drawn there. */
  boolean outside(int column, int row, int margin) {
    return column < x - margin
        || column >= x + side + margin
        || row < y - margin
        || row >= y + side + margin;
  }
}
