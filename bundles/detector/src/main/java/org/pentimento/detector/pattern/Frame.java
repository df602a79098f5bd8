package org.pentimento.detector.pattern;

import org.pentimento.detector.residual.Bank;

/** How like a pair of glasses a difference around the eyes is. */
final class Frame {
  private Frame() {}

  /**
   * The correlation with rims, bridge and temples.
   *
   * @param crop luminance around the eyes, of {@link Bank#EYES_WIDTH} columns and {@link
   *     Bank#EYES_HEIGHT} rows
   */
  static double likeness(float[] crop) {
    int n = crop.length;
    double[] frame = new double[n];
    for (int i = 0; i < n; i++) {
      double x = (i % Bank.EYES_WIDTH - (Bank.EYES_WIDTH - 1) / 2.0) / Bank.EYE_DISTANCE;
      double y = (i / Bank.EYES_WIDTH - Bank.EYES_HEIGHT * .45) / Bank.EYE_DISTANCE;
      frame[i] = Math.max(0, 1 - distance(Math.abs(x), y) / .12);
    }
    double meanA = 0;
    double meanB = 0;
    for (int i = 0; i < n; i++) {
      meanA += crop[i] / n;
      meanB += frame[i] / n;
    }
    double ab = 0;
    double aa = 1e-12;
    double bb = 1e-12;
    for (int i = 0; i < n; i++) {
      double a = crop[i] - meanA;
      double b = frame[i] - meanB;
      ab += a * b;
      aa += a * a;
      bb += b * b;
    }
    return Math.abs(ab) / Math.sqrt(aa * bb);
  }

  /** Distance from the middle line of round-cornered rims, bridge or temples, in eye distances. */
  private static double distance(double x, double y) {
    double dx = Math.abs(x - .5) - .22;
    double dy = Math.abs(y - .06) - .12;
    double ox = Math.max(dx, 0);
    double oy = Math.max(dy, 0);
    double rim = Math.abs(Math.sqrt(ox * ox + oy * oy) + Math.min(Math.max(dx, dy), 0) - .16);
    return Math.min(rim, Math.min(bar(x, y + .04, 0, .12), bar(x, y + .08, .88, 1.15)));
  }

  private static double bar(double x, double y, double from, double to) {
    double d = x - Math.max(from, Math.min(to, x));
    return Math.sqrt(d * d + y * y);
  }
}
