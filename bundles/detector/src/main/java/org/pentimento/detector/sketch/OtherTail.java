package org.pentimento.detector.sketch;

import java.util.Arrays;
import org.pentimento.detector.numbers.Robust;

/**
 * Deviations of a loss of ink, taken from the sketches that have too much ink there, among which no
 * erasure can be.
 *
 * @param centre the median
 * @param scale a deviation
 */
record OtherTail(double centre, double scale) {
  private static final double[] QUANTILES = {.9, .95, .98};
  private static final double[] NORMAL = {1.2815516, 1.6448536, 2.0537489};

  /** Of losses of pairs that are thought honest. */
  static OtherTail of(double[] losses) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double centre = Robust.quantileOfSorted(sorted, .5);
    double scale = Robust.spread(losses, centre);
    for (int q = 0; q < QUANTILES.length; q++) {
      double gain = centre - Robust.quantileOfSorted(sorted, 1 - QUANTILES[q]);
      scale = Math.max(scale, gain / NORMAL[q]);
    }
    return new OtherTail(centre, scale);
  }

  /** A loss in deviations of at least a size. */
  double z(double loss, double floor) {
    return (loss - centre) / (Math.max(scale, floor) + 1e-9);
  }
}
