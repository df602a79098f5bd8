package org.pentimento.detector.cells;

import org.pentimento.detector.frame.WorkingPair;

/** Overlapping square cells of an image of working size, row by row. */
public final class CellGrid {
  /** Side of a cell in pixels. */
  public static final int SIZE = 6;

  /** From one cell to the next, in pixels. */
  public static final int STEP = 3;

  /** Cells in a row. */
  public static final int COLUMNS = (WorkingPair.WIDTH - SIZE) / STEP + 1;

  /** Rows of cells. */
  public static final int ROWS = (WorkingPair.HEIGHT - SIZE) / STEP + 1;

  /** All cells. */
  public static final int CELLS = COLUMNS * ROWS;

  private CellGrid() {}

  /** The mean of a plane of working size in each cell. */
  static float[] means(float[] plane) {
    int width = WorkingPair.WIDTH + 1;
    double[] sums = new double[width * (WorkingPair.HEIGHT + 1)];
    for (int y = 0; y < WorkingPair.HEIGHT; y++) {
      double row = 0;
      for (int x = 0; x < WorkingPair.WIDTH; x++) {
        row += plane[y * WorkingPair.WIDTH + x];
        sums[(y + 1) * width + x + 1] = sums[y * width + x + 1] + row;
      }
    }
    float[] means = new float[CELLS];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        int top = r * STEP * width + c * STEP;
        int bottom = top + SIZE * width;
        means[r * COLUMNS + c] =
            (float)
                ((sums[bottom + SIZE] - sums[bottom] - sums[top + SIZE] + sums[top])
                    / (SIZE * SIZE));
      }
    }
    return means;
  }

  /** Column of the middle of a cell, in pixels. */
  static double middleX(int cell) {
    return cell % COLUMNS * STEP + (SIZE - 1) / 2.;
  }

  /** Row of the middle of a cell, in pixels. */
  static double middleY(int cell) {
    return cell / COLUMNS * STEP + (SIZE - 1) / 2.;
  }

  /**
   * The mean over a window of cells around each; beyond the border the nearest cell counts again.
   *
   * @param values one a cell
   * @param high rows of the window, odd
   * @param wide columns of the window, odd
   */
  public static float[] window(float[] values, int high, int wide) {
    if (high == 1 && wide == 1) {
      return values;
    }
    float[] across = new float[CELLS];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        float sum = 0;
        for (int k = -(wide / 2); k <= wide / 2; k++) {
          sum += values[r * COLUMNS + Math.max(0, Math.min(COLUMNS - 1, c + k))];
        }
        across[r * COLUMNS + c] = sum / wide;
      }
    }
    float[] out = new float[CELLS];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < COLUMNS; c++) {
        float sum = 0;
        for (int k = -(high / 2); k <= high / 2; k++) {
          sum += across[Math.max(0, Math.min(ROWS - 1, r + k)) * COLUMNS + c];
        }
        out[r * COLUMNS + c] = sum / high;
      }
    }
    return out;
  }
}
