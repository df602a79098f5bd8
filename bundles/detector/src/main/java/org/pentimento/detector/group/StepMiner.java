package org.pentimento.detector.group;

import java.util.Arrays;
import org.pentimento.detector.residual.Medians;

/**
 * Looks along an order of the pairs for the place at which likeness to all that came before drops.
 * The strongest miner, because sketches and photos then point at the same pairs.
 */
final class StepMiner {
  private static final int WINDOW = 12;
  private static final double MOST = .4;

  private StepMiner() {}

  /**
   * The largest drop.
   *
   * @param t the drop, over its standard error
   * @param size of the group before it
   */
  record Step(double t, int size) {}

  /**
   * Finds it.
   *
   * @param kernel rows and columns as the photos are numbered
   * @param order the photos, most suspicious first
   */
  static Step best(float[] kernel, int n, int[] order) {
    float[] before = new float[n];
    float[] total = new float[n];
    float[] ordered = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        float v = kernel[order[i] * n + order[j]];
        ordered[i * n + j] = v;
        total[j] += v;
      }
    }
    double[] a = new double[n];
    double[] rest = new double[n];
    Step best = new Step(-9, 2);
    for (int k = 1; k < (int) (MOST * n); k++) {
      for (int j = 0; j < n; j++) {
        before[j] += ordered[(k - 1) * n + j];
      }
      if (k < 4) {
        continue;
      }
      for (int i = 0; i < n; i++) {
        a[i] =
            before[i] / (double) (i < k ? k - 1 : k)
                - (total[i] - before[i]) / (double) (i < k ? n - k : n - k - 1);
      }
      System.arraycopy(a, k, rest, 0, n - k);
      double median = Medians.medianInPlace(rest, n - k);
      for (int i = k; i < n; i++) {
        rest[i - k] = Math.abs(a[i] - median);
      }
      double deviation = Medians.PER_MAD * Medians.medianInPlace(rest, n - k);
      double t = jump(a, k, deviation);
      if (t > best.t()) {
        best = new Step(t, k);
      }
    }
    return best;
  }

  private static double jump(double[] a, int k, double deviation) {
    int left = Math.min(k, WINDOW);
    int right = Math.min(Math.min(Math.max(k, 8), WINDOW), a.length - k);
    double[] l = Arrays.copyOfRange(a, k - left, k);
    double[] r = Arrays.copyOfRange(a, k, k + right);
    double meanL = mean(l);
    double meanR = mean(r);
    double pooled =
        Math.sqrt((squares(l, meanL) + squares(r, meanR)) / Math.max(1, left + right - 2));
    double scale = Math.max(deviation, pooled) + 1e-12;
    return (meanL - meanR) / (scale * Math.sqrt(1.0 / left + 1.0 / right));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  private static double squares(double[] values, double mean) {
    double sum = 0;
    for (double v : values) {
      sum += (v - mean) * (v - mean);
    }
    return sum;
  }
}
