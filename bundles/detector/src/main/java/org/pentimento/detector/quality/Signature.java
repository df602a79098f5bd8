package org.pentimento.detector.quality;

import org.pentimento.detector.frame.WorkingPair;

/**
 * A pair made small enough to compare each with each: means of blocks of 2 × 2 pixels.
 *
 * @param photo luminance
 * @param sketch tone
 */
record Signature(float[] photo, float[] sketch) {
  static final int WIDTH = WorkingPair.WIDTH / 2;
  static final int HEIGHT = WorkingPair.HEIGHT / 2;

  static Signature of(WorkingPair pair) {
    return new Signature(halved(pair.luminance()), halved(pair.tone()));
  }

  private static float[] halved(float[] plane) {
    float[] out = new float[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = 2 * y * WorkingPair.WIDTH + 2 * x;
        out[y * WIDTH + x] =
            (plane[at]
                    + plane[at + 1]
                    + plane[at + WorkingPair.WIDTH]
                    + plane[at + WorkingPair.WIDTH + 1])
                / 4;
      }
    }
    return out;
  }
}
