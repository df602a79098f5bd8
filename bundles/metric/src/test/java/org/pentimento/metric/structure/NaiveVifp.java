package org.pentimento.metric.structure;

import org.pentimento.api.image.Image;

/**
 * VIFp once more, by its definition pixel by pixel: the two-dimensional window laid over every
 * place, central moments taken directly. Slow.
 */
final class NaiveVifp {
  private NaiveVifp() {}

  static double of(Image reference, Image candidate, int scales) {
    double[][] a = grid(reference);
    double[][] b = grid(candidate);
    double kept = 0;
    double given = 0;
    for (int scale = 1; scale <= scales; scale++) {
      double[][] window = window((1 << (5 - scale)) + 1);
      if (scale > 1) {
        a = halved(a, window);
        b = halved(b, window);
      }
      int n = window.length;
      for (int y = 0; y + n <= a.length; y++) {
        for (int x = 0; x + n <= a[0].length; x++) {
          double meanA = 0;
          double meanB = 0;
          for (int v = 0; v < n; v++) {
            for (int u = 0; u < n; u++) {
              meanA += window[v][u] * a[y + v][x + u];
              meanB += window[v][u] * b[y + v][x + u];
            }
          }
          double varA = 0;
          double varB = 0;
          double cov = 0;
          for (int v = 0; v < n; v++) {
            for (int u = 0; u < n; u++) {
              double da = a[y + v][x + u] - meanA;
              double db = b[y + v][x + u] - meanB;
              varA += window[v][u] * da * da;
              varB += window[v][u] * db * db;
              cov += window[v][u] * da * db;
            }
          }
          double gain = cov / (varA + 1e-10);
          double noise = varB - gain * cov;
          if (varA < 1e-10) {
            gain = 0;
            noise = varB;
            varA = 0;
          }
          if (varB < 1e-10) {
            gain = 0;
            noise = 0;
          }
          if (gain < 0) {
            noise = varB;
            gain = 0;
          }
          noise = Math.max(noise, 1e-10);
          kept += Math.log10(1 + gain * gain * varA / (noise + 2));
          given += Math.log10(1 + varA / 2);
        }
      }
    }
    return kept / given;
  }

  private static double[][] grid(Image image) {
    double[][] grid = new double[image.height()][image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        grid[y][x] = 255f * image.get(0, x, y);
      }
    }
    return grid;
  }

  private static double[][] window(int n) {
    double[][] window = new double[n][n];
    double sum = 0;
    double sigma = n / 5.0;
    for (int v = 0; v < n; v++) {
      for (int u = 0; u < n; u++) {
        double d = Math.pow(u - n / 2, 2) + Math.pow(v - n / 2, 2);
        window[v][u] = Math.exp(-d / (2 * sigma * sigma));
        sum += window[v][u];
      }
    }
    for (double[] row : window) {
      for (int u = 0; u < n; u++) {
        row[u] /= sum;
      }
    }
    return window;
  }

  private static double[][] halved(double[][] grid, double[][] window) {
    int n = window.length;
    double[][] out = new double[(grid.length - n) / 2 + 1][(grid[0].length - n) / 2 + 1];
    for (int y = 0; y < out.length; y++) {
      for (int x = 0; x < out[0].length; x++) {
        for (int v = 0; v < n; v++) {
          for (int u = 0; u < n; u++) {
            out[y][x] += window[v][u] * grid[2 * y + v][2 * x + u];
          }
        }
      }
    }
    return out;
  }
}
