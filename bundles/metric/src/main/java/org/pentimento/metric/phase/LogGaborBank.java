package org.pentimento.metric.phase;

import org.pentimento.metric.fourier.RowTransform;

/**
 * The log-Gabor filters for images of one size, and what else depends only on the size. Immutable.
 * The parameters are those of FSIM: 4 scales from wavelength 6 px on, each twice the one before,
 * bandwidth 0.55; 4 orientations, angular spread of π/4/1.2; a Butterworth low-pass of cut-off 0.45
 * and order 15.
 *
 * <p>Spectra lie transposed: row kx, column ky.
 */
final class LogGaborBank {
  static final int SCALES = 4;
  static final int ORIENTATIONS = 4;
  private static final double MINIMUM_WAVELENGTH = 6;
  private static final double SCALE_FACTOR = 2;
  private static final double BANDWIDTH = 0.55;
  private static final double ANGULAR_RATIO = 1.2;
  private static final double CUT_OFF = 0.45;
  private static final int ORDER = 15;

  private final int width;
  private final int height;
  private final RowTransform alongX;
  private final RowTransform alongY;
  private final float[][][][] filters;
  private final double[] noiseGain;

  LogGaborBank(int width, int height) {
    this.width = width;
    this.height = height;
    alongX = RowTransform.of(width);
    alongY = RowTransform.of(height);
    filters = new float[ORIENTATIONS][SCALES][width][height];
    noiseGain = new double[ORIENTATIONS];
    double[][] radial = radial();
    for (int o = 0; o < ORIENTATIONS; o++) {
      double[] angular = angular(o * Math.PI / ORIENTATIONS);
      double[][] full = new double[SCALES][];
      for (int s = 0; s < SCALES; s++) {
        full[s] = product(radial[s], angular);
        for (int x = 0; x < width; x++) {
          for (int y = 0; y < height; y++) {
            filters[o][s][x][y] = (float) full[s][x * height + y];
          }
        }
      }
      noiseGain[o] = noiseGain(full);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  RowTransform alongX() {
    return alongX;
  }

  RowTransform alongY() {
    return alongY;
  }

  /** The filter of an orientation and a scale. */
  float[][] filter(int orientation, int scale) {
    return filters[orientation][scale];
  }

  /**
   * The factor from the mean square of the smallest scale's response to noise, to the expected
   * square of the noise energy over all scales of an orientation.
   */
  double noiseGain(int orientation) {
    return noiseGain[orientation];
  }

  /** Frequency in cycles per pixel of a bin of a transform. */
  private static double frequency(int bin, int size) {
    int signed = bin < (size + 1) / 2 ? bin : bin - size;
    // The reference implementation spreads an odd number of bins over the whole of [-0.5, 0.5].
    return signed / (double) (size % 2 == 0 || size == 1 ? size : size - 1);
  }

  private double[][] radial() {
    double[][] radial = new double[SCALES][width * height];
    double spread = 2 * square(StrictMath.log(BANDWIDTH));
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        double radius = StrictMath.hypot(frequency(x, width), frequency(y, height));
        if (radius == 0) {
          continue;
        }
        double lowPass = 1 / (1 + StrictMath.pow(radius / CUT_OFF, 2 * ORDER));
        double wavelength = MINIMUM_WAVELENGTH;
        for (int s = 0; s < SCALES; s++) {
          double octaves = StrictMath.log(radius * wavelength);
          radial[s][x * height + y] = lowPass * StrictMath.exp(-square(octaves) / spread);
          wavelength *= SCALE_FACTOR;
        }
      }
    }
    return radial;
  }

  private double[] angular(double direction) {
    double[] angular = new double[width * height];
    double spread = 2 * square(Math.PI / ORIENTATIONS / ANGULAR_RATIO);
    double cos = StrictMath.cos(direction);
    double sin = StrictMath.sin(direction);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        double fx = frequency(x, width);
        double fy = -frequency(y, height);
        double angle = StrictMath.atan2(fy * cos - fx * sin, fx * cos + fy * sin);
        angular[x * height + y] = StrictMath.exp(-square(angle) / spread);
      }
    }
    return angular;
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  /**
   * (2 Σ f_i² + 4 Σ f_i f_j, i &lt; j) / Σ H_0², where f is the real part of a filter in space and
   * H the filter in frequency. By Parseval's theorem the sums over f are sums over the even parts
   * of H, since the real part in space is the even part in frequency.
   */
  private double noiseGain(double[][] full) {
    double power = 0;
    for (double v : full[0]) {
      power += v * v;
    }
    if (power == 0) {
      return 0;
    }
    double sum = 0;
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        int here = x * height + y;
        int mirrored = (width - x) % width * height + (height - y) % height;
        double all = 0;
        double squares = 0;
        for (double[] filter : full) {
          double even = (filter[here] + filter[mirrored]) / 2;
          all += even;
          squares += even * even;
        }
        // all² = squares + 2 Σ of mixed products
        sum += 2 * squares + 2 * (all * all - squares);
      }
    }
    return sum / power;
  }

  private static double square(double v) {
    return v * v;
  }
}
