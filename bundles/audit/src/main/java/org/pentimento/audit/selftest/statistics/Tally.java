package org.pentimento.audit.selftest.statistics;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hits of so many. */
final class Tally {
  private int hits;
  private int all;

  void add(int moreHits, int more) {
    hits += moreHits;
    all += more;
  }

  /**
   * The smallest rate from which on at least half are hits; null if there is none.
   *
   * @param byRate in rising order
   */
  static @Nullable Double smallest(Map<Double, Tally> byRate) {
    Double smallest = null;
    for (Map.Entry<Double, Tally> rate : byRate.entrySet()) {
      Tally tally = rate.getValue();
      if (2 * tally.hits < tally.all) {
        smallest = null;
      } else if (smallest == null) {
        smallest = rate.getKey();
      }
    }
    return smallest;
  }
}
