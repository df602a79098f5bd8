package org.pentimento.metric.phase;

import java.util.Arrays;

/**
 * The median of many non-negative numbers in time linear in their number: their bit patterns sort
 * like the numbers, so counting 11 bits at a time finds the one of a given rank.
 */
final class Median {
  private static final int BITS = 11;
  private static final int BINS = 1 << BITS;

  private final int[] counts = new int[BINS];

  /**
   * The median; of an even number the mean of the two in the middle.
   *
   * @param values non-negative, at least one
   */
  double of(float[] values) {
    int n = values.length;
    float upper = ofRank(values, n / 2);
    if (n % 2 == 1) {
      return upper;
    }
    // The lower one is the same number again or the largest one below it.
    int below = 0;
    float largest = 0;
    for (float v : values) {
      if (v < upper) {
        below++;
        largest = Math.max(largest, v);
      }
    }
    return below == n / 2 ? ((double) largest + upper) / 2 : upper;
  }

  private float ofRank(float[] values, int rank) {
    int prefix = 0;
    int known = 0;
    int left = rank;
    for (int shift = 32 - BITS; ; shift = Math.max(0, shift - BITS)) {
      Arrays.fill(counts, 0);
      for (float v : values) {
        int bits = Float.floatToRawIntBits(v);
        if ((bits & known) == prefix) {
          counts[bits >>> shift & BINS - 1]++;
        }
      }
      int bin = 0;
      while (left >= counts[bin]) {
        left -= counts[bin++];
      }
      prefix |= bin << shift;
      known |= BINS - 1 << shift;
      if (shift == 0) {
        return Float.intBitsToFloat(prefix);
      }
    }
  }
}
