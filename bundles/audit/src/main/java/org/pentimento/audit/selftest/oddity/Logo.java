package org.pentimento.audit.selftest.oddity;

import java.util.SplittableRandom;
import org.pentimento.api.image.Image;

/** A light mark in a corner, as the source of a photo puts one there: bars of a word. */
final class Logo {
  private static final float LIGHTER = .24f;

  private Logo() {}

  /**
   * A photo with the logo.
   *
   * @param source seed of the corner and of the look; photos of one source share it
   */
  static Image on(Image photo, long source) {
    SplittableRandom random = new SplittableRandom(source);
    int height = Math.max(3, photo.width() * 6 / 64);
    int width = 3 * height;
    boolean right = random.nextBoolean();
    boolean bottom = random.nextBoolean();
    int left = right ? photo.width() - width : 0;
    int top = bottom ? photo.height() - height : 0;
    boolean[] gap = new boolean[width];
    for (int x = 0; x < width; x++) {
      gap[x] = random.nextInt(4) == 0;
    }
    float[] data = photo.data().clone();
    for (int plane = 0; plane < photo.planes(); plane++) {
      for (int y = Math.max(0, top); y < Math.min(photo.height(), top + height); y++) {
        for (int x = Math.max(0, left); x < Math.min(photo.width(), left + width); x++) {
          if (!gap[x - left]) {
            data[(plane * photo.height() + y) * photo.width() + x] += LIGHTER;
          }
        }
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }
}
