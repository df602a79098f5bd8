package org.pentimento.detector.cells;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.numbers.Loops;

/**
 * What each cell of a sketch is predicted from: the features of the photo's own cell, and the first
 * principal components of those of the cells around it, each of zero mean and unit deviation,
 * clipped at ±4.
 */
final class CellDesign {
  private static final int AROUND = 6;
  private static final int PRODUCTS = 2;
  private static final int REACH = 2;
  private static final float CLIP = 4;

  private final int count;
  private final int width;
  private final float[][] cells;

  private CellDesign(int count, int width, float[][] cells) {
    this.count = count;
    this.width = width;
    this.cells = cells;
  }

  /**
   * Of photos.
   *
   * @param photos features of each
   * @param features which of the features to use
   */
  static CellDesign of(List<float[]> photos, int[] features, Progress progress)
      throws IOException, CancelledException {
    int n = photos.size();
    int around = Math.min(AROUND, n / 8);
    int width = features.length + PRODUCTS + around;
    float[][] z = standardised(photos, features);
    float[][] cells = new float[CellGrid.CELLS][];
    Loops.quietly(
        CellGrid.CELLS,
        progress,
        cell -> cells[cell] = cell(z, n, features.length, cell, around, width));
    return new CellDesign(n, width, cells);
  }

  private static float[][] standardised(List<float[]> photos, int[] features) {
    int n = photos.size();
    int size = CellGrid.CELLS;
    float[][] z = new float[n][features.length * size];
    for (int f = 0; f < features.length; f++) {
      double sum = 0;
      double squares = 0;
      for (float[] photo : photos) {
        for (int c = 0; c < size; c++) {
          double v = photo[features[f] * size + c];
          sum += v;
          squares += v * v;
        }
      }
      double mean = sum / (n * (double) size);
      double deviation = Math.sqrt(Math.max(0, squares / (n * (double) size) - mean * mean)) + 1e-6;
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < size; c++) {
          z[i][f * size + c] = (float) ((photos.get(i)[features[f] * size + c] - mean) / deviation);
        }
      }
    }
    return z;
  }

  private static float[] cell(float[][] z, int n, int features, int cell, int around, int width) {
    int row = cell / CellGrid.COLUMNS;
    int column = cell % CellGrid.COLUMNS;
    int[] neighbours = new int[9];
    int found = 0;
    for (int r = Math.max(0, row - REACH);
        r <= Math.min(CellGrid.ROWS - 1, row + REACH);
        r += REACH) {
      for (int c = Math.max(0, column - REACH);
          c <= Math.min(CellGrid.COLUMNS - 1, column + REACH);
          c += REACH) {
        neighbours[found++] = r * CellGrid.COLUMNS + c;
      }
    }
    int columns = features * found;
    double[] near = new double[n * columns];
    for (int i = 0; i < n; i++) {
      for (int f = 0; f < features; f++) {
        for (int k = 0; k < found; k++) {
          near[i * columns + f * found + k] = z[i][f * CellGrid.CELLS + neighbours[k]];
        }
      }
    }
    double[] scores = Components.scores(near, n, columns, around);
    float[] out = new float[n * width];
    for (int j = 0; j < width; j++) {
      double sum = 0;
      double squares = 0;
      double[] values = new double[n];
      for (int i = 0; i < n; i++) {
        values[i] =
            j < features
                ? z[i][j * CellGrid.CELLS + cell]
                : j < features + PRODUCTS
                    ? product(z[i], features, cell, j - features)
                    : scores[i * around + j - features - PRODUCTS];
        sum += values[i];
      }
      double mean = sum / n;
      for (int i = 0; i < n; i++) {
        squares += (values[i] - mean) * (values[i] - mean);
      }
      // Components come without a unit: what varies little among them says as much
      double scale = j < features ? 1e-6 : 1e-9 + 1e-6 * Math.sqrt(squares / n);
      double deviation = Math.sqrt(squares / n) + scale;
      for (int i = 0; i < n; i++) {
        out[i * width + j] =
            (float) Math.max(-CLIP, Math.min(CLIP, (values[i] - mean) / deviation));
      }
    }
    return out;
  }

  /** Luminance times the strength of all directions together, or times itself. */
  private static double product(float[] z, int features, int cell, int which) {
    double luminance = z[cell];
    if (which == 1) {
      return luminance * luminance;
    }
    double strength = 0;
    for (int d = 0; d < Orientations.COUNT; d++) {
      strength += z[(features - 1 - d) * CellGrid.CELLS + cell] / Orientations.COUNT;
    }
    return luminance * strength;
  }

  /** How many photos. */
  int count() {
    return count;
  }

  /** How many predictors. */
  int width() {
    return width;
  }

  /** The predictors of a cell, photo by photo. */
  float[] cell(int cell) {
    return cells[cell];
  }
}
