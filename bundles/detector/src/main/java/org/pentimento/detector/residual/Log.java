package org.pentimento.detector.residual;

/** A natural logarithm that is fast and the same to the bit everywhere. */
public final class Log {
  private static final float LN2 = 0.69314718f;

  private Log() {}

  /**
   * The logarithm, to about 1e-6.
   *
   * @param x a normal number above 0
   */
  public static float of(float x) {
    int bits = Float.floatToRawIntBits(x);
    int exponent = (bits >> 23) - 127;
    float m = Float.intBitsToFloat((bits & 0x7fffff) | 0x3f800000);
    if (m > 1.4142135f) {
      m *= 0.5f;
      exponent++;
    }
    // ln m = 2 artanh t, with t at most .1716 in size.
    float t = (m - 1) / (m + 1);
    float s = t * t;
    return exponent * LN2 + 2 * t * (1 + s * (1 / 3f + s * (1 / 5f + s * (1 / 7f + s / 9f))));
  }
}
