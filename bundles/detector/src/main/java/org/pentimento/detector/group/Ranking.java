package org.pentimento.detector.group;

import java.util.Arrays;

/** Orders of photos. */
public final class Ranking {
  private Ranking() {}

  /** The indices from the largest value to the smallest; of equal ones the first comes first. */
  public static int[] descending(double[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits((float) values[i] + 0f);
      int ascending = bits >= 0 ? bits : bits ^ 0x7fffffff;
      keys[i] = ((long) ~ascending << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  static boolean[] flags(int[] members, int n) {
    boolean[] in = new boolean[n];
    for (int m : members) {
      in[m] = true;
    }
    return in;
  }

  static int[] indices(boolean[] in) {
    int count = 0;
    int[] out = new int[in.length];
    for (int i = 0; i < in.length; i++) {
      if (in[i]) {
        out[count++] = i;
      }
    }
    return Arrays.copyOf(out, count);
  }
}
