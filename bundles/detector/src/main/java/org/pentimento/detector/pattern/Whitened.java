package org.pentimento.detector.pattern;

import java.util.Arrays;
import org.pentimento.detector.residual.Fourier;
import org.pentimento.detector.residual.Workers;

/**
 * The power of a difference at each frequency, over what differences by chance have there: 1 is
 * nothing. Faces differ in slow changes and hardly in fine ones; here both count alike.
 *
 * @param power {@code height} rows of {@code width / 2 + 1}
 * @param width of the photo in pixels
 * @param height of the photo in pixels
 */
record Whitened(double[] power, int width, int height) {
  private static final int MOST = 24;
  private static final double SLOW = .02;

  /** Of luminance. */
  static Whitened luminance(Difference difference) {
    return of(difference, .299f, .587f, .114f);
  }

  /** Of the difference between blue and green. */
  static Whitened colour(Difference difference) {
    return of(difference, 0, -1, 1);
  }

  private static Whitened of(Difference difference, float red, float green, float blue) {
    int width = difference.width();
    int height = difference.height();
    int used = Math.min(MOST, difference.chance().size());
    float[][] all = new float[used + 1][];
    Workers.each(
        used + 1,
        i -> {
          float[] from = i == used ? difference.mean() : difference.chance().get(i);
          float[] plane = mixed(from, red, green, blue);
          all[i] = Fourier.magnitudes(plane, new Fourier(width), new Fourier(height));
        });
    double[] power = new double[all[used].length];
    for (int i = 0; i < power.length; i++) {
      double chance = 0;
      for (int c = 0; c < used; c++) {
        chance += all[c][i] * all[c][i] / used / difference.members();
      }
      power[i] = all[used][i] * all[used][i] / (chance + 1e-4);
    }
    return new Whitened(power, width, height);
  }

  private static float[] mixed(float[] rgb, float red, float green, float blue) {
    int size = rgb.length / 3;
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = red * rgb[i] + green * rgb[size + i] + blue * rgb[2 * size + i];
    }
    return out;
  }

  /** Periods over the height of a row; negative in the lower half. */
  private int down(int row) {
    return row > height / 2 ? row - height : row;
  }

  /** The mean power of changes finer than four pixels a period. */
  double fine() {
    double[] fine = new double[power.length];
    int count = 0;
    int half = width / 2 + 1;
    for (int i = 0; i < power.length; i++) {
      if (frequency(i % half, down(i / half)) > .25) {
        fine[count++] = power[i];
      }
    }
    return Arrays.stream(fine, 0, count).average().orElse(0);
  }

  private double frequency(double across, double down) {
    double u = across / width;
    double v = down / height;
    return Math.sqrt(u * u + v * v);
  }

  /** The index of the strongest frequency, other than the slowest. */
  int peak() {
    return strongest(-9, -9);
  }

  /** Periods over the width at an index. */
  int across(int index) {
    return index % (width / 2 + 1);
  }

  /** Periods over the height at an index. */
  int downAt(int index) {
    return down(index / (width / 2 + 1));
  }

  /**
   * How many times the strongest frequency exceeds the strongest that is none of its neighbours.
   */
  double dominance() {
    int peak = peak();
    int second = strongest(across(peak), downAt(peak));
    return power[peak] / Math.max(1, power[second]);
  }

  private int strongest(int notAcross, int notDown) {
    int half = width / 2 + 1;
    int best = 2;
    double largest = -1;
    for (int i = 0; i < power.length; i++) {
      int across = i % half;
      int down = down(i / half);
      boolean near = Math.abs(across - notAcross) <= 2 && Math.abs(down - notDown) <= 2;
      boolean mirrored =
          across <= 2 && Math.abs(-across - notAcross) <= 2 && Math.abs(-down - notDown) <= 2;
      if (!near && !mirrored && frequency(across, down) > SLOW && power[i] > largest) {
        largest = power[i];
        best = i;
      }
    }
    return best;
  }
}
