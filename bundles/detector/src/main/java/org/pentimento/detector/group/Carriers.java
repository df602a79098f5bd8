package org.pentimento.detector.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.residual.Bank;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Residuals;
import org.pentimento.detector.residual.Workers;

/**
 * Which photos carry what a group shares: each photo's residuals at the places where the group
 * differs, against the group's mean there without the photo itself.
 *
 * @param z how far each photo carries it, in robust standard deviations of those that do not
 * @param members that carry it, by index, ascending
 * @param gap how far the weaker members lie above the strongest others, in the same unit
 */
public record Carriers(double[] z, int[] members, double gap) {
  private static final int MOST_PLACES = 12_000;
  private static final int ROUNDS = 4;
  private static final double LEAST_Z = 4;

  /**
   * Tells carriers from others.
   *
   * @param banks in which the group is alike
   * @param group to begin with, at least 3 of them
   * @param most how many may carry it
   */
  public static Carriers of(
      PhotoStack photos, List<Bank> banks, int[] group, int most, Progress progress)
      throws CancelledException {
    int count = photos.count();
    List<float[]> places = new ArrayList<>();
    for (Bank bank : banks) {
      places.addAll(telling(new Residuals(bank, photos), group, progress));
    }
    int[] members = group.clone();
    double[] z = scores(places, count, members);
    for (int round = 0; round < ROUNDS; round++) {
      int[] next = above(z, cut(z, members, most));
      if (next.length < 3 || next.length > count / 2 || Arrays.equals(next, members)) {
        break;
      }
      members = next;
      z = scores(places, count, members);
    }
    return new Carriers(z, members, Contrast.gap(z, members));
  }

  /** Tells carriers from others by how alike they are to the group in a kernel. */
  public static Carriers of(Kernel kernel, int[] group, int most) {
    float[] sums = kernel.sums();
    GapMiner.Found found = MiddleMiner.refined(kernel.values(), sums, kernel.n(), group, 3, ROUNDS);
    int[] members = found.members().length > most ? group : found.members();
    double[] z = Contrast.z(kernel.values(), sums, kernel.n(), members);
    return new Carriers(z, members, Contrast.gap(z, members));
  }

  private static int[] above(double[] z, double cut) {
    boolean[] above = new boolean[z.length];
    for (int i = 0; i < z.length; i++) {
      above[i] = z[i] > cut;
    }
    return Ranking.indices(above);
  }

  /**
   * The z above which a photo counts as a carrier: in a wide gap, as a ratio, between members and
   * others, the lowest of those that are nearly the widest; half way to the members if there is
   * none. A group does not lose more than half its members.
   *
   * @param limit how many may lie above it
   */
  public static double cut(double[] z, int[] members, int limit) {
    int[] order = Ranking.descending(z);
    int k = members.length;
    int least = Math.max(3, k / 2);
    int most = Math.max(least, Math.min(z.length / 2, limit));
    double widest = 0;
    for (int size = least; size <= most; size++) {
      widest = Math.max(widest, ratio(z, order, size));
    }
    for (int size = most; size >= least && widest > 1.25; size--) {
      double ratio = ratio(z, order, size);
      if (ratio > 1.25 && StrictMath.log(ratio) >= .7 * StrictMath.log(widest)) {
        return z[order[size - 1]] / Math.sqrt(ratio);
      }
    }
    double half = Math.max(LEAST_Z, .5 * Medians.median(Contrast.inside(z, members)));
    return Math.max(half, z[order[most]]);
  }

  /** How many times the others the last member of a group of the largest reaches. */
  private static double ratio(double[] z, int[] order, int size) {
    double upper = z[order[size - 1]];
    return upper < LEAST_Z + .5 ? 0 : upper / Math.max(LEAST_Z - .5, z[order[size]]);
  }

  /** The values at those places of a bank where the group differs most, all photos in a row. */
  private static List<float[]> telling(Residuals residuals, int[] group, Progress progress)
      throws CancelledException {
    int n = residuals.count();
    List<float[]> kept = new ArrayList<>();
    int most = MOST_PLACES / residuals.planes();
    residuals.eachPlane(
        progress,
        (plane, values, positions) -> {
          double[] t = new double[positions];
          boolean[] in = Ranking.flags(group, n);
          Workers.each(
              (positions + 511) / 512,
              b -> {
                for (int p = b * 512; p < Math.min(positions, (b + 1) * 512); p++) {
                  t[p] = difference(values, p * n, in, n);
                }
              });
          int[] order = Ranking.descending(t);
          // Faces of a group may differ from others, too; what is shared differs far more.
          double least = Math.max(4, .1 * t[order[Math.min(20, positions - 1)]]);
          for (int k = 0; k < Math.min(most, positions) && t[order[k]] > least; k++) {
            kept.add(Arrays.copyOfRange(values, order[k] * n, (order[k] + 1) * n));
          }
        });
    return kept;
  }

  /** The square of the difference of means over its error, which counts how far members agree. */
  private static double difference(float[] values, int row, boolean[] in, int n) {
    double[] sums = sums(values, row, in, n);
    int k = (int) sums[4];
    double inside = sums[0] / k;
    double outside = sums[2] / (n - k);
    double d = inside - outside;
    return d * d * k / (spread(sums, n, k) + 1e-6);
  }

  /** Sums and sums of squares inside, the same outside, and the number inside. */
  private static double[] sums(float[] values, int row, boolean[] in, int n) {
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      double v = values[row + i];
      int side = in[i] ? 0 : 2;
      sums[side] += v;
      sums[side + 1] += v * v;
      sums[4] += in[i] ? 1 : 0;
    }
    return sums;
  }

  /** The variance outside, and that inside, if that is larger: then members do not agree. */
  private static double spread(double[] sums, int n, int k) {
    double inside = sums[0] / k;
    double outside = sums[2] / (n - k);
    double within = (sums[1] / k - inside * inside) * k / Math.max(1, k - 1);
    return sums[3] / (n - k) - outside * outside + within;
  }

  private static double[] scores(List<float[]> places, int n, int[] members) {
    boolean[] in = Ranking.flags(members, n);
    int k = members.length;
    double[] sum = new double[n];
    for (float[] row : places) {
      double[] sums = sums(row, 0, in, n);
      double rest = sums[2] / (n - k);
      double variance = spread(sums, n, k) + .05;
      for (int i = 0; i < n; i++) {
        double mean = in[i] ? (sums[0] - row[i]) / (k - 1) : sums[0] / k;
        double d = mean - rest;
        // What the mean shows beyond its own error, so that places of mere noise say nothing.
        double trust = Math.max(0, 1 - 2 * variance / ((in[i] ? k - 1 : k) * d * d + 1e-9));
        sum[i] += trust * d / variance * (row[i] - rest);
      }
    }
    double[] outside = Contrast.outside(sum, in, n - k);
    double median = Medians.median(outside);
    double deviation = Medians.deviation(outside, median) + 1e-9;
    for (int i = 0; i < n; i++) {
      sum[i] = (sum[i] - median) / deviation;
    }
    return sum;
  }
}
