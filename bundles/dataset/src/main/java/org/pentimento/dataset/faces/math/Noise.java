package org.pentimento.dataset.faces.math;

/**
 * Value noise: random values at whole numbers, joined by Hermite curves. Integer hashing and plain
 * float arithmetic only, so every machine gets the same.
 */
public record Noise(int seed) {
  /** A value in [0, 1) for a pair of whole numbers. */
  public float at(int x, int y) {
    int h = seed ^ x * 0x27d4eb2d ^ y * 0x165667b1;
    h = (h ^ h >>> 15) * 0x2c1b3c6d;
    h = (h ^ h >>> 12) * 0x297a2d39;
    return ((h ^ h >>> 15) >>> 8) * 0x1p-24f;
  }

  /** Smooth noise in [-1, 1] along a line. */
  public float line(float x) {
    int x0 = floor(x);
    float f = ease(x - x0);
    return 2f * (at(x0, 0) * (1f - f) + at(x0 + 1, 0) * f) - 1f;
  }

  /** Smooth noise in [-1, 1] in the plane. */
  public float plane(float x, float y) {
    int x0 = floor(x);
    int y0 = floor(y);
    float fx = ease(x - x0);
    float fy = ease(y - y0);
    float top = at(x0, y0) * (1f - fx) + at(x0 + 1, y0) * fx;
    float bottom = at(x0, y0 + 1) * (1f - fx) + at(x0 + 1, y0 + 1) * fx;
    return 2f * (top * (1f - fy) + bottom * fy) - 1f;
  }

  private static int floor(float x) {
    int i = (int) x;
    return x < i ? i - 1 : i;
  }

  private static float ease(float t) {
    return t * t * (3f - 2f * t);
  }
}
