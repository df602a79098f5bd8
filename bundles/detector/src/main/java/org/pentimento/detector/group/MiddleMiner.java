package org.pentimento.detector.group;

import java.util.Arrays;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.Workers;

/** Looks for a group that is what lies above half its own median. */
final class MiddleMiner {
  private static final int LEAST = 4;
  private static final double MOST = .45;
  private static final int ROUNDS = 10;
  private static final int SEEDS = 60;

  private MiddleMiner() {}

  /** The best group; its gap is that of {@link Contrast#gap}. */
  static GapMiner.Found best(float[] kernel, int n) {
    float[] sums = new Kernel(Trait.DETAIL, 0, n, kernel).sums();
    double[] tops = new double[n];
    Workers.each(n, i -> tops[i] = GapMiner.topMean(kernel, n, i, LEAST));
    int[] seeds = Ranking.descending(tops);
    GapMiner.Found[] found = new GapMiner.Found[Math.min(SEEDS, n)];
    Workers.each(found.length, s -> found[s] = from(kernel, sums, n, seeds[s]));
    GapMiner.Found best = GapMiner.Found.NOTHING;
    for (GapMiner.Found one : found) {
      if (one.gap() > best.gap()) {
        best = one;
      }
    }
    return best;
  }

  private static GapMiner.Found from(float[] kernel, float[] sums, int n, int seed) {
    double[] row = new double[n];
    for (int j = 0; j < n; j++) {
      row[j] = j == seed ? Double.MAX_VALUE : kernel[seed * n + j];
    }
    int[] group = Arrays.copyOf(Ranking.descending(row), Math.min(n, LEAST));
    return refined(kernel, sums, n, group, LEAST, ROUNDS);
  }

  /**
   * Lets a group grow or shrink until it is what lies above half its own median.
   *
   * @param least size below which it stays as it is
   */
  static GapMiner.Found refined(
      float[] kernel, float[] sums, int n, int[] start, int least, int rounds) {
    int[] group = start.clone();
    Arrays.sort(group);
    double[] z = Contrast.z(kernel, sums, n, group);
    for (int round = 0; round < rounds; round++) {
      double half = Math.max(2.5, .5 * Medians.median(Contrast.inside(z, group)));
      boolean[] above = new boolean[n];
      for (int i = 0; i < n; i++) {
        above[i] = z[i] > half;
      }
      int[] next = Ranking.indices(above);
      if (next.length < least || next.length > MOST * n || Arrays.equals(next, group)) {
        break;
      }
      group = next;
      z = Contrast.z(kernel, sums, n, group);
    }
    return new GapMiner.Found(Contrast.gap(z, group), group);
  }
}
