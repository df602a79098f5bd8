package org.pentimento.detector.group;

import org.pentimento.detector.residual.Medians;

/** How much more alike each photo is to a group than to the rest, itself left out on both sides. */
final class Contrast {
  private Contrast() {}

  /** The difference of mean likenesses. */
  static double[] of(float[] kernel, float[] sums, int n, int[] group, boolean[] in) {
    float[] inside = new float[n];
    for (int member : group) {
      int row = member * n;
      for (int j = 0; j < n; j++) {
        inside[j] += kernel[row + j];
      }
    }
    int k = group.length;
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      int within = in[i] ? k - 1 : k;
      int without = in[i] ? n - k : n - k - 1;
      out[i] =
          inside[i] / Math.max(1, within) - (sums[i] - inside[i]) / (double) Math.max(1, without);
    }
    return out;
  }

  /** The contrast in robust standard deviations of those outside the group. */
  static double[] z(float[] kernel, float[] sums, int n, int[] group) {
    boolean[] in = Ranking.flags(group, n);
    double[] z = of(kernel, sums, n, group, in);
    double[] outside = outside(z, in, n - group.length);
    double median = Medians.median(outside);
    double deviation = Medians.deviation(outside, median) + 1e-12;
    for (int i = 0; i < n; i++) {
      z[i] = (z[i] - median) / deviation;
    }
    return z;
  }

  static double[] outside(double[] values, boolean[] in, int count) {
    double[] out = new double[count];
    int to = 0;
    for (int i = 0; i < values.length; i++) {
      if (!in[i]) {
        out[to++] = values[i];
      }
    }
    return out;
  }

  static double[] inside(double[] values, int[] group) {
    double[] out = new double[group.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[group[i]];
    }
    return out;
  }

  /** How far the weaker members lie above the strongest others. */
  static double gap(double[] z, int[] group) {
    boolean[] in = Ranking.flags(group, z.length);
    return Medians.quantile(inside(z, group), .1)
        - Medians.quantile(outside(z, in, z.length - group.length), .99);
  }
}
