package org.pentimento.detector.cells;

/**
 * In what manner a sketch is drawn, against what was expected of it: how much ink it has and how
 * sharp its strokes are.
 *
 * @param ink natural logarithm of its ink, relative to the expected
 * @param sharpness natural logarithm of the strength of its edges, relative to the expected and to
 *     its ink
 */
public record Manner(double ink, double sharpness) {
  /** By how much ink or sharpness have to differ to be another manner, as logarithms. */
  public static final double NOTICEABLE = Math.log(1.15);

  private static final double LEAST = 1e-3;
  private static final double MOST_STRETCH = 1.6;

  /** Of the features of a sketch and those that were expected. */
  public static Manner of(float[] sketch, float[] expected) {
    double ink = ratio(sketch, expected, 0, 1);
    return new Manner(ink, ratio(sketch, expected, 3, CellFeatures.SKETCH) - ink);
  }

  /** Whether its strokes are noticeably sharper or softer than expected. */
  public boolean isOtherSharpness() {
    return Math.abs(sharpness) > NOTICEABLE;
  }

  private static double ratio(float[] sketch, float[] expected, int from, int to) {
    double actual = LEAST;
    double wanted = LEAST;
    for (int k = from * CellGrid.CELLS; k < to * CellGrid.CELLS; k++) {
      actual += sketch[k] * sketch[k];
      wanted += Math.max(0, expected[k]) * Math.max(0, expected[k]);
    }
    return StrictMath.log(actual / wanted);
  }

  /**
   * The features of a sketch as if it were drawn in the manner that was expected: each feature
   * shifted and stretched over all cells alike.
   */
  public static float[] undone(float[] sketch, float[] expected) {
    float[] out = new float[sketch.length];
    for (int f = 0; f < CellFeatures.SKETCH; f++) {
      double[] mean = new double[2];
      double[] square = new double[2];
      for (int c = 0; c < CellGrid.CELLS; c++) {
        double s = sketch[f * CellGrid.CELLS + c];
        double e = expected[f * CellGrid.CELLS + c];
        mean[0] += s / CellGrid.CELLS;
        mean[1] += e / CellGrid.CELLS;
        square[0] += s * s / CellGrid.CELLS;
        square[1] += e * e / CellGrid.CELLS;
      }
      double own = Math.sqrt(Math.max(1e-9, square[0] - mean[0] * mean[0]));
      double wanted = Math.sqrt(Math.max(1e-9, square[1] - mean[1] * mean[1]));
      double stretch = Math.max(1 / MOST_STRETCH, Math.min(MOST_STRETCH, wanted / own));
      for (int c = 0; c < CellGrid.CELLS; c++) {
        int at = f * CellGrid.CELLS + c;
        out[at] = (float) (mean[1] + stretch * (sketch[at] - mean[0]));
      }
    }
    return out;
  }
}
