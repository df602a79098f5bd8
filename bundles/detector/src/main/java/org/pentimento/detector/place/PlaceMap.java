package org.pentimento.detector.place;

import java.util.List;

/**
 * What a patch takes at each place of a grid, beside what it takes there from clean models: the
 * middle of a face gives way most in any model, so that only the comparison shows a place.
 */
public final class PlaceMap {
  private static final double NOTHING = .02;
  private static final double CALM = .15;
  private static final double DISCOUNT = .5;

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

  /**
   * What a model loses at each place, down to half of it where clean models lose most.
   *
   * @param clean from {@link #mean}
   */
  public static double[] discounted(double[] map, double[] clean) {
    double most = NOTHING;
    for (double value : clean) {
      most = Math.max(most, value);
    }
    double[] discounted = new double[map.length];
    for (int i = 0; i < map.length; i++) {
      discounted[i] = map[i] * (1 - DISCOUNT * clean[i] / most);
    }
    return discounted;
  }

  /** Where a map is largest. */
  public static int peak(double[] map) {
    int best = 0;
    for (int i = 1; i < map.length; i++) {
      best = map[i] > map[best] ? i : best;
    }
    return best;
  }

  /**
   * By how much the largest value exceeds those of places that are far from its place, from 0 on; 0
   * if none is far.
   *
   * @param places left and top of each
   * @param far from how many pixels on, across or down, a place is far
   */
  public static double lead(double[] map, List<int[]> places, int far) {
    int peak = peak(map);
    double second = 0;
    boolean any = false;
    for (int i = 0; i < map.length; i++) {
      if (Math.abs(places.get(i)[0] - places.get(peak)[0]) >= far
          || Math.abs(places.get(i)[1] - places.get(peak)[1]) >= far) {
        second = Math.max(second, map[i]);
        any = true;
      }
    }
    return any ? Math.max(0, map[peak] - second) : 0;
  }
}
