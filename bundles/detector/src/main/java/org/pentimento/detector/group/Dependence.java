package org.pentimento.detector.group;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.pentimento.detector.residual.Medians;

/**
 * Whether likeness of photos depends on what is odd about their sketches (Hilbert-Schmidt
 * independence criterion, Gretton et al. 2005, with an indicator on the sketches' side): the first
 * photos of an order are more alike than as many drawn at random. Finds patterns that a few jumps
 * of likeness do not show.
 */
final class Dependence {
  private static final int DRAWS = 200;
  private static final int ROUNDS = 8;

  private final int n;
  private final int[][] draws;

  /**
   * Draws the groups that stand for chance.
   *
   * @param size of the groups
   */
  Dependence(int n, int size, long seed) {
    this.n = n;
    draws = new int[DRAWS][];
    SplittableRandom random = new SplittableRandom(seed + size);
    int[] all = new int[n];
    for (int i = 0; i < n; i++) {
      all[i] = i;
    }
    for (int d = 0; d < DRAWS; d++) {
      for (int i = 0; i < size; i++) {
        int j = i + random.nextInt(n - i);
        int swap = all[i];
        all[i] = all[j];
        all[j] = swap;
      }
      draws[d] = Arrays.copyOf(all, size);
    }
  }

  /** How far a group's likeness lies above chance, in standard deviations of chance. */
  double z(float[] centred, int[] group) {
    double sum = 0;
    double squares = 0;
    for (int[] draw : draws) {
      double v = total(centred, draw);
      sum += v;
      squares += v * v;
    }
    double mean = sum / DRAWS;
    double deviation = Math.sqrt(Math.max(1e-30, squares / DRAWS - mean * mean));
    return (total(centred, group) - mean) / deviation;
  }

  private double total(float[] kernel, int[] group) {
    double sum = 0;
    for (int i = 0; i < group.length; i++) {
      int row = group[i] * n;
      for (int j = 0; j < i; j++) {
        sum += kernel[row + group[j]];
      }
    }
    return sum;
  }

  /** A kernel whose rows have the mean zero; its diagonal stays zero. */
  static float[] centred(float[] kernel, int n) {
    double[] means = new double[n];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        means[i] += kernel[i * n + j];
      }
      means[i] /= n - 1;
      all += means[i] / n;
    }
    float[] out = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i * n + j] = i == j ? 0 : (float) (kernel[i * n + j] - means[i] - means[j] + all);
      }
    }
    return out;
  }

  /**
   * How early the members of a group come in an order, in standard deviations of what a group by
   * chance does; the first ranks count most (I. R. Savage's exponential scores, 1956).
   *
   * @param order all indices
   * @param members at least one and not all of them
   */
  static double agreement(int[] order, int[] members) {
    int n = order.length;
    int m = members.length;
    boolean[] in = Ranking.flags(members, n);
    double sum = 0;
    double all = 0;
    double squares = 0;
    for (int rank = 0; rank < n; rank++) {
      double score = -StrictMath.log((rank + .5) / n);
      sum += in[order[rank]] ? score : 0;
      all += score / n;
      squares += score * score / n;
    }
    double variance = (squares - all * all) * m * (n - m) / (n - 1);
    return (sum - m * all) / Math.sqrt(variance);
  }

  /**
   * Lets both sides teach each other: likeness to the weighted group and the sketches' score
   * together give new weights, for some rounds.
   *
   * @param scores of the sketches
   * @param start the group to begin with
   * @return likeness to the last group, as robust z
   */
  static double[] trainedTogether(float[] centred, int n, double[] scores, int[] start) {
    double[] w = new double[n];
    for (int i : start) {
      w[i] = 1;
    }
    double[] sketch = Medians.z(scores);
    double[] z = sketch;
    for (int round = 0; round <= ROUNDS; round++) {
      double sum = 0;
      for (double v : w) {
        sum += v;
      }
      double[] like = new double[n];
      for (int i = 0; i < n; i++) {
        if (w[i] > 0) {
          float share = (float) (w[i] / sum);
          for (int j = 0; j < n; j++) {
            like[j] += share * centred[i * n + j];
          }
        }
      }
      z = Medians.z(like);
      double[] both = new double[n];
      int kept = 0;
      int had = 0;
      for (int i = 0; i < n; i++) {
        both[i] = Math.max(-2, Math.min(6, z[i])) + .5 * Math.max(-2, Math.min(4, sketch[i]));
        had += w[i] > 0 ? 1 : 0;
        kept += both[i] > 2.5 ? 1 : 0;
      }
      int[] order = Ranking.descending(both);
      int least = Math.max(4, had);
      for (int i = 0; i < n; i++) {
        w[order[i]] = kept < 3 ? (i < least ? 1 : 0) : Math.max(0, both[order[i]] - 2.5);
      }
    }
    return z;
  }
}
