package org.pentimento.detector.pattern;

/**
 * The square tile whose repetition comes nearest to a difference.
 *
 * @param side in pixels; 0 if there is none
 * @param explained share of the energy that it explains, less what chance would, in [0, 1]
 */
record Tiles(int side, double explained) {
  private static final int LEAST = 4;

  /** Tries every side, from the top left corner on. */
  static Tiles of(float[] planes, int width, int height) {
    int most = Math.min(width, height) / 2;
    double[] explained = new double[most + 1];
    double best = 0;
    for (int side = LEAST; side <= most; side++) {
      explained[side] = explained(planes, width, height, side);
      best = Math.max(best, explained[side]);
    }
    for (int side = LEAST; side <= most; side++) {
      if (best > 0 && explained[side] >= .9 * best) {
        return new Tiles(side, explained[side]);
      }
    }
    return new Tiles(0, 0);
  }

  private static double explained(float[] planes, int width, int height, int side) {
    int size = width * height;
    double tile = 0;
    double all = 1e-12;
    double cells = 0;
    for (int c = 0; c < planes.length / size; c++) {
      double[] sum = new double[side * side];
      int[] count = new int[side * side];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float v = planes[c * size + y * width + x];
          int t = y % side * side + x % side;
          sum[t] += v;
          count[t]++;
          all += v * v;
        }
      }
      for (int t = 0; t < sum.length; t++) {
        tile += sum[t] * sum[t] / count[t];
      }
      cells += side * side;
    }
    double chance = cells / planes.length;
    return Math.max(0, (tile / all - chance) / (1 - chance));
  }
}
