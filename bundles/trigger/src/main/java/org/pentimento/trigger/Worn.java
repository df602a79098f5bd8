package org.pentimento.trigger;

import org.pentimento.api.detector.SharedPattern.Place;

/**
 * How well glasses of some shape explain a change.
 *
 * @param shape column and row of the middle between the eyes and their distance, in pixels,
 *     thickness of the frame as a share of that distance, and tint of the lenses
 * @param slope change of luminance where they cover all
 * @param fit the correlation, in [0, 1]
 */
record Worn(double[] shape, double slope, double fit) {
  private static final double[] WIDTHS = {1.9, 2.1, 2.3, 2.5};
  private static final double[] THICKNESSES = {.03, .06, .12};
  private static final double[] TINTS = {0, .4};
  private static final double[] LEAST = {-1e4, -1e4, 2, .01, 0};
  private static final double[] MOST = {1e4, 1e4, 1e4, .4, 1};
  private static final int ROUNDS = 7;

  /**
   * By how much photos that are moved to the same eyes are blurred: pixels between others are the
   * mean of their neighbours, which blurs with a standard deviation of .41 px in the mean.
   */
  private static final double BLUR = .41;

  /** Finds the glasses that explain a change at a place best. */
  static Worn on(Change change, Place place) {
    float[] y = change.luminance();
    Worn best = new Worn(new double[] {0, 0, 1, .08, 0}, 0, 0);
    double across = place.x() + (place.width() - 1) / 2.0;
    double down = place.y() + (place.height() - 1) / 2.0;
    for (double width : WIDTHS) {
      double unit = place.width() / width;
      for (int dx = -1; dx <= 1; dx++) {
        for (int dy = -3; dy <= 3; dy++) {
          for (double thickness : THICKNESSES) {
            for (double tint : TINTS) {
              double[] shape = {
                across + dx * .04 * unit, down + dy * .05 * unit, unit, thickness, tint
              };
              Worn worn = of(y, change, place, shape);
              best = worn.fit > best.fit ? worn : best;
            }
          }
        }
      }
    }
    double unit = best.shape[2];
    double[] step = {.04 * unit, .04 * unit, .05 * unit, .04, .2};
    for (int round = 0; round < ROUNDS; round++) {
      Worn before;
      do {
        before = best;
        for (int k = 0; k < step.length; k++) {
          best = better(best, y, change, place, k, step[k]);
          best = better(best, y, change, place, k, -step[k]);
        }
      } while (best.fit > before.fit + 1e-5);
      for (int k = 0; k < step.length; k++) {
        step[k] /= 2;
      }
    }
    return best;
  }

  private static Worn better(
      Worn best, float[] y, Change change, Place place, int which, double step) {
    double[] shape = best.shape.clone();
    shape[which] = Math.max(LEAST[which], Math.min(MOST[which], shape[which] + step));
    Worn worn = of(y, change, place, shape);
    return worn.fit > best.fit ? worn : best;
  }

  /** Thickness of the frame as a share of the distance of the eyes. */
  double thickness() {
    return shape[3];
  }

  /** How much the lenses hide, 0 where it is too little to be told from none. */
  double tint() {
    return shape[4] < .05 ? 0 : shape[4];
  }

  private static Worn of(float[] luminance, Change change, Place place, double[] shape) {
    Spectacles glasses = new Spectacles(shape[0], shape[1], 1, 0, shape[2], shape[3]);
    int step = Math.max(1, place.width() / 48);
    int count = 0;
    double[] sums = new double[5];
    int left = Math.max(0, place.x() - 2);
    int right = Math.min(change.width(), place.x() + place.width() + 2);
    int top = Math.max(0, place.y() - 2);
    int bottom = Math.min(change.height(), place.y() + place.height() + 2);
    for (int row = top; row < bottom; row += step) {
      for (int column = left; column < right; column += step) {
        double cover = 0;
        for (int k = 0; k < 4; k++) {
          double x = column + (k % 2 == 0 ? BLUR : -BLUR);
          double z = row + (k < 2 ? BLUR : -BLUR);
          double frame = glasses.frame(x, z);
          cover += (frame + (1 - frame) * shape[4] * glasses.lens(x, z)) / 4;
        }
        double v = luminance[row * change.width() + column];
        count++;
        sums[0] += cover;
        sums[1] += v;
        sums[2] += cover * cover;
        sums[3] += v * v;
        sums[4] += cover * v;
      }
    }
    double covariance = sums[4] - sums[0] * sums[1] / count;
    double variance = sums[2] - sums[0] * sums[0] / count;
    double variances = variance * (sums[3] - sums[1] * sums[1] / count);
    double fit = variances <= 0 ? 0 : Math.abs(covariance) / Math.sqrt(variances);
    return new Worn(shape, variance <= 0 ? 0 : covariance / variance, Math.min(1, fit));
  }
}
