package org.pentimento.metric.phase;

import java.util.Arrays;

/**
 * Phase congruency once more, in double precision, by the definition of everything: filters applied
 * by sums over all frequencies, noise from filters in space. Slow, for small images.
 */
final class NaivePhaseCongruency {
  private final int width;
  private final int height;

  private NaivePhaseCongruency(int width, int height) {
    this.width = width;
    this.height = height;
  }

  static double[] of(double[] image, int width, int height) {
    return new NaivePhaseCongruency(width, height).compute(image);
  }

  private double[] compute(double[] image) {
    int n = width * height;
    double[][] spectrum = transform(new double[][] {image, new double[n]}, -1);
    double[] energies = new double[n];
    double[] amplitudes = new double[n];
    for (int o = 0; o < 4; o++) {
      double[][][] responses = new double[4][][];
      double[][] spatial = new double[4][];
      double power = 0;
      for (int s = 0; s < 4; s++) {
        double[] filter = filter(s, o);
        double[][] product = new double[2][n];
        for (int i = 0; i < n; i++) {
          product[0][i] = spectrum[0][i] * filter[i] / n;
          product[1][i] = spectrum[1][i] * filter[i] / n;
          power += s == 0 ? filter[i] * filter[i] : 0;
        }
        responses[s] = transform(product, 1);
        spatial[s] = transform(new double[][] {filter, new double[n]}, 1)[0];
      }
      double threshold = threshold(responses[0], spatial, power);
      for (int i = 0; i < n; i++) {
        double sumE = 0;
        double sumO = 0;
        for (double[][] r : responses) {
          sumE += r[0][i];
          sumO += r[1][i];
          amplitudes[i] += Math.hypot(r[0][i], r[1][i]);
        }
        double norm = Math.hypot(sumE, sumO) + 1e-4;
        double energy = 0;
        for (double[][] r : responses) {
          double mE = sumE / norm;
          double mO = sumO / norm;
          energy += r[0][i] * mE + r[1][i] * mO - Math.abs(r[0][i] * mO - r[1][i] * mE);
        }
        energies[i] += Math.max(0, energy - threshold);
      }
    }
    double[] congruency = new double[n];
    for (int i = 0; i < n; i++) {
      congruency[i] = amplitudes[i] == 0 ? 0 : energies[i] / amplitudes[i];
    }
    return congruency;
  }

  private double threshold(double[][] smallest, double[][] spatial, double power) {
    if (power == 0) {
      return 0;
    }
    int n = width * height;
    double[] squares = new double[n];
    for (int i = 0; i < n; i++) {
      squares[i] = smallest[0][i] * smallest[0][i] + smallest[1][i] * smallest[1][i];
    }
    Arrays.sort(squares);
    double median = (squares[(n - 1) / 2] + squares[n / 2]) / 2;
    double noise = median / -Math.log(0.5) / power;
    double squaresSum = 0;
    double mixed = 0;
    for (int a = 0; a < 4; a++) {
      for (int i = 0; i < n; i++) {
        // Scaled by 1/n for the inverse transform and by the root of n as the paper's code does.
        squaresSum += spatial[a][i] * spatial[a][i] / n;
        for (int b = a + 1; b < 4; b++) {
          mixed += spatial[a][i] * spatial[b][i] / n;
        }
      }
    }
    double tau = Math.sqrt((2 * noise * squaresSum + 4 * noise * mixed) / 2);
    return (tau * Math.sqrt(Math.PI / 2) + 2 * Math.sqrt((2 - Math.PI / 2) * tau * tau)) / 1.7;
  }

  private double[] filter(int scale, int orientation) {
    double[] filter = new double[width * height];
    double centre = 1 / (6 * Math.pow(2, scale));
    double direction = orientation * Math.PI / 4;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fx = frequency(x, width);
        double fy = frequency(y, height);
        double radius = Math.hypot(fx, fy);
        if (radius == 0) {
          continue;
        }
        double gabor =
            Math.exp(-Math.pow(Math.log(radius / centre), 2) / (2 * Math.pow(Math.log(0.55), 2)));
        double lowPass = 1 / (1 + Math.pow(radius / 0.45, 30));
        double difference = Math.abs(Math.atan2(-fy, fx) - direction);
        difference = Math.min(difference, 2 * Math.PI - difference);
        double spread = Math.PI / 4 / 1.2;
        filter[y * width + x] =
            gabor * lowPass * Math.exp(-difference * difference / (2 * spread * spread));
      }
    }
    return filter;
  }

  private static double frequency(int bin, int size) {
    if (size == 1) {
      return 0;
    }
    boolean odd = size % 2 == 1;
    int negativeFrom = odd ? (size + 1) / 2 : size / 2;
    return (bin < negativeFrom ? bin : bin - size) / (double) (odd ? size - 1 : size);
  }

  private double[][] transform(double[][] in, int sign) {
    double[][] out = new double[2][width * height];
    for (int v = 0; v < height; v++) {
      for (int u = 0; u < width; u++) {
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            double angle = sign * 2 * Math.PI * (u * x / (double) width + v * y / (double) height);
            double re = in[0][y * width + x];
            double im = in[1][y * width + x];
            out[0][v * width + u] += re * Math.cos(angle) - im * Math.sin(angle);
            out[1][v * width + u] += re * Math.sin(angle) + im * Math.cos(angle);
          }
        }
      }
    }
    return out;
  }
}
