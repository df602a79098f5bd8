package org.pentimento.audit.statistics;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Exact interval of a share (Clopper and Pearson, Biometrika 26, 1934) at 95 %: it holds the true
 * share at least that often, however few trials there are.
 *
 * @param share hits of n
 * @param low lower end
 * @param high upper end
 */
public record ClopperPearson(double share, double low, double high) {
  private static final double TAIL = .025;
  private static final int HALVINGS = 60;

  /**
   * The interval of some hits.
   *
   * @param hits from 0 to n
   * @param n at least 1
   */
  public static ClopperPearson of(int hits, int n) {
    return new ClopperPearson(
        (double) hits / n,
        hits == 0 ? 0 : quantile(hits, n - hits + 1, TAIL),
        hits == n ? 1 : quantile(hits + 1, n - hits, 1 - TAIL));
  }

  /** A quantile of the beta distribution. */
  private static double quantile(double a, double b, double probability) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (RegularizedBeta.value(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
