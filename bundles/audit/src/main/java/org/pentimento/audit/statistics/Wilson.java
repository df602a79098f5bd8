package org.pentimento.audit.statistics;

/**
 * Score interval of a share (Wilson, Journal of the American Statistical Association 22, 1927) at
 * 95 %.
 *
 * @param share hits of n
 * @param low lower end
 * @param high upper end
 */
public record Wilson(double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  /** The interval of some hits out of n, at least 1. */
  public static Wilson of(int hits, int n) {
    double p = (double) hits / n;
    double z2 = Z * Z;
    double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    return new Wilson(p, hits == 0 ? 0 : centre - half, hits == n ? 1 : centre + half);
  }
}
