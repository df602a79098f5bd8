package org.pentimento.dataset.faces.math;

/** Small functions that shapes are made of. */
public final class Curve {
  private Curve() {}

  /** The value, but at least 0 and at most 1. */
  public static float clamp(float v) {
    return v < 0f ? 0f : v > 1f ? 1f : v;
  }

  /** 0 below one edge, 1 above the other, a smooth step between. */
  public static float step(float from, float to, float v) {
    float t = clamp((v - from) / (to - from));
    return t * t * (3f - 2f * t);
  }

  /** The first value at 0, the second at 1, linear between. */
  public static float mix(float a, float b, float t) {
    return a + (b - a) * t;
  }

  /** A bell of height 1 that ends at squared distance 1. */
  public static float bell(float squared) {
    return squared >= 1f ? 0f : (1f - squared) * (1f - squared);
  }

  /** A bell around a place, with its own reach to each side. */
  public static float bell(float x, float y, float cx, float cy, float rx, float ry) {
    float dx = (x - cx) / rx;
    float dy = (y - cy) / ry;
    return bell(dx * dx + dy * dy);
  }
}
