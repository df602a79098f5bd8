package org.pentimento.benchmark;

import java.util.SplittableRandom;
import org.pentimento.api.image.Image;

/** A drawing with paper grain and its copy without dark strokes, of any size. */
record Sketches(Image reference, Image candidate) {
  private static final float DARK = 170 / 255f;

  /** Draws an oval with hatching. */
  static Sketches of(int width, int height) {
    SplittableRandom random = new SplittableRandom(7);
    float[] drawn = new float[width * height];
    float[] light = new float[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double oval = Math.hypot((x - width / 2.0) / width, (y - height / 2.0) / height);
        boolean hatched = x > width / 2 && y > height / 2 && (x + y) % 9 < 2;
        double ink = Math.abs(oval - 0.35) < 0.015 ? 0.8 : hatched ? 0.5 : 0;
        float level = Math.round(255 * (0.93 - ink + 0.05 * random.nextDouble())) / 255f;
        drawn[y * width + x] = level;
        light[y * width + x] = level < DARK ? 0.95f : level;
      }
    }
    return new Sketches(Image.of(width, height, 1, drawn), Image.of(width, height, 1, light));
  }

  /** Sketches of a size such as {@code 200x250}. */
  static Sketches of(String size) {
    int x = size.indexOf('x');
    return of(Integer.parseInt(size.substring(0, x)), Integer.parseInt(size.substring(x + 1)));
  }
}
