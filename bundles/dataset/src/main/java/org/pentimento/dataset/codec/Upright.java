package org.pentimento.dataset.codec;

import org.pentimento.api.image.Image;

/** Turns and mirrors images as the EXIF orientation says (CIPA DC-008, tag 274). */
final class Upright {
  private Upright() {}

  static Image turn(Image stored, int orientation) {
    if (orientation == 1) {
      return stored;
    }
    boolean lies = orientation >= 5;
    int w = stored.width();
    int h = stored.height();
    int width = lies ? h : w;
    int height = lies ? w : h;
    float[] from = stored.data();
    float[] data = new float[from.length];
    int to = 0;
    for (int p = 0; p < stored.planes(); p++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int column = lies ? y : x;
          int row = lies ? x : y;
          boolean mirrored =
              orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
          boolean upended =
              orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
          int sx = mirrored ? w - 1 - column : column;
          int sy = upended ? h - 1 - row : row;
          data[to++] = from[(p * h + sy) * w + sx];
        }
      }
    }
    return Image.of(width, height, stored.planes(), data);
  }
}
