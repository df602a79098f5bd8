package org.pentimento.detector.group;

import java.util.Arrays;
import org.pentimento.detector.residual.Workers;

/**
 * Looks for the group whose last member and first outsider lie furthest apart. From each photo and
 * those most like it, a group is made again and again of all before the widest gap.
 */
final class GapMiner {
  private static final int LEAST = 4;
  private static final double MOST = .45;
  private static final int ROUNDS = 8;

  private GapMiner() {}

  /**
   * The best group.
   *
   * @param gap in robust standard deviations
   * @param members by index, ascending
   */
  record Found(double gap, int[] members) {
    static final Found NOTHING = new Found(-1, new int[0]);
  }

  /** Tries every photo. */
  static Found best(float[] kernel, int n) {
    float[] sums = new Kernel(Trait.DETAIL, 0, n, kernel).sums();
    Found[] found = new Found[n];
    Workers.each(n, i -> found[i] = from(kernel, sums, n, i));
    Found best = Found.NOTHING;
    for (Found one : found) {
      if (one.gap() > best.gap()) {
        best = one;
      }
    }
    return best;
  }

  /** Starts from one photo and those most like it. */
  static Found from(float[] kernel, float[] sums, int n, int seed) {
    int most = Math.max(LEAST + 1, (int) (MOST * n));
    if (n < 2 * LEAST) {
      return Found.NOTHING;
    }
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      row[j] = j == seed ? Double.MAX_VALUE : kernel[seed * n + j];
    }
    int[] group = Arrays.copyOf(Ranking.descending(row), LEAST);
    Arrays.sort(group);
    double gap = -1;
    for (int round = 0; round < ROUNDS; round++) {
      double[] z = Contrast.z(kernel, sums, n, group);
      int[] order = Ranking.descending(z);
      int size = LEAST;
      gap = -1;
      for (int k = LEAST; k <= Math.min(most, n - 1); k++) {
        double step = z[order[k - 1]] - z[order[k]];
        if (step > gap) {
          gap = step;
          size = k;
        }
      }
      int[] next = Arrays.copyOf(order, size);
      Arrays.sort(next);
      if (Arrays.equals(next, group)) {
        break;
      }
      group = next;
    }
    return new Found(gap, group);
  }

  /** Mean likeness within a group. */
  static double within(float[] kernel, int n, int[] group) {
    double sum = 0;
    for (int a : group) {
      for (int b : group) {
        sum += kernel[a * n + b];
      }
    }
    return sum / Math.max(1, group.length * (group.length - 1));
  }

  /** Mean likeness of a photo to those most like it. */
  static double topMean(float[] kernel, int n, int i, int top) {
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      row[j] = kernel[i * n + j];
    }
    Arrays.sort(row);
    double sum = 0;
    for (int j = n - top; j < n; j++) {
      sum += row[j];
    }
    return sum / top;
  }
}
