package org.pentimento.audit.selftest.statistics;

import java.util.List;
import org.pentimento.audit.statistics.Bootstrap;
import org.pentimento.audit.statistics.ClopperPearson;
import org.pentimento.audit.statistics.Wilson;
import org.pentimento.casefile.result.QuotedPower.Share;

/**
 * Shares over several sets with a 95 % interval: the wider of two, of which one knows how few pairs
 * there are and the other how much the sets differ.
 */
final class Shares {
  private static final double Z = 1.959963984540054;

  private Shares() {}

  /**
   * Hits of a set.
   *
   * @param hits at most n
   * @param n at least 1
   */
  record Counted(int hits, int n) {}

  /**
   * A share of pairs: all pairs together, with the interval of Wilson, 1927, or that of the sets
   * drawn again.
   *
   * @param sets at least 1
   */
  static Share of(List<Counted> sets) {
    int hits = sets.stream().mapToInt(Counted::hits).sum();
    int n = sets.stream().mapToInt(Counted::n).sum();
    Wilson pairs = Wilson.of(hits, n);
    Bootstrap.Interval between =
        Bootstrap.mean(sets.stream().mapToDouble(s -> (double) s.hits() / s.n()).toArray());
    return wider(pairs.share(), pairs.low(), pairs.high(), between);
  }

  /**
   * A share of trials that do not depend on each other, with its exact interval.
   *
   * @param hits from 0 to n
   * @param n at least 1
   */
  static Share exact(int hits, int n) {
    ClopperPearson exact = ClopperPearson.of(hits, n);
    return new Share(exact.share(), exact.low(), exact.high());
  }

  /**
   * A set's area under the ROC curve.
   *
   * @param value in [0, 1]
   * @param changed number of changed pairs
   * @param others number of other pairs
   */
  record Area(double value, int changed, int others) {}

  /**
   * A mean area under the ROC curve with the score interval of Newcombe, Statistics in Medicine 25
   * (2006), method 5, over all sets, or that of the sets drawn again.
   *
   * @param sets at least 1
   */
  static Share areas(List<Area> sets) {
    double mean = sets.stream().mapToDouble(Area::value).average().orElseThrow();
    Bootstrap.Interval between = Bootstrap.mean(sets.stream().mapToDouble(Area::value).toArray());
    return wider(mean, end(sets, mean, 0), end(sets, mean, 1), between);
  }

  /** Where the mean is just {@value #Z} standard errors away, between it and an end of [0, 1]. */
  private static double end(List<Area> sets, double mean, double limit) {
    double inside = mean;
    double outside = limit;
    for (int i = 0; i < 60; i++) {
      double middle = (inside + outside) / 2;
      if (Math.abs(mean - middle) <= Z * Math.sqrt(variance(sets, middle))) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  /** Variance of the mean of the sets' areas if the true one is {@code area}. */
  private static double variance(List<Area> sets, double area) {
    double sum = 0;
    for (Area set : sets) {
      double m = set.changed();
      double n = set.others();
      double half = (m + n) / 2 - 1;
      sum +=
          area
              * (1 - area)
              * (1 + half * (1 - area) / (2 - area) + half * area / (1 + area))
              / (m * n);
    }
    return sum / sets.size() / sets.size();
  }

  private static Share wider(double value, double low, double high, Bootstrap.Interval between) {
    return new Share(
        value,
        Math.max(0, Math.min(low, between.low())),
        Math.min(1, Math.max(high, between.high())));
  }
}
