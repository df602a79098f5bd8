package org.pentimento.detector.place;

import java.util.List;

/**
 * What a patch takes at each place of a grid, beside what it takes there from clean models: the
 * middle of a face gives way most in any model, so that only the comparison shows a place.
 */
public final class PlaceMap {
  private static final double NOTHING = .02;
  private static final double CALM = .15;

  private PlaceMap() {}

  /** What clean models lose at each place, in the mean. */
  public static double[] mean(List<double[]> maps) {
    double[] mean = new double[maps.get(0).length];
    for (double[] map : maps) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += Math.max(0, map[i]) / maps.size();
      }
    }
    return mean;
  }

  /**
   * How many times as much a model loses at each place as clean models do there; differences where
   * these lose next to nothing are damped.
   *
   * @param clean from {@link #mean}
   */
  public static double[] relative(double[] map, double[] clean) {
    double most = NOTHING;
    for (double value : clean) {
      most = Math.max(most, value);
    }
    double[] relative = new double[map.length];
    for (int i = 0; i < map.length; i++) {
      relative[i] = (Math.max(0, map[i]) + NOTHING) / (clean[i] + CALM * most);
    }
    return relative;
  }

  /** Where a map is largest. */
  public static int peak(double[] map) {
    int best = 0;
    for (int i = 1; i < map.length; i++) {
      best = map[i] > map[best] ? i : best;
    }
    return best;
  }
}
