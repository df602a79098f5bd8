package org.pentimento.detector.cells;

import org.pentimento.detector.frame.WorkingPair;

/**
 * Features of the cells of a photo and of a sketch, feature by feature: index {@code feature ·
 * CELLS + cell}. Roots and logarithms make them vary by about as much where there is much ink as
 * where there is little.
 */
public final class CellFeatures {
  /** Features of a photo: luminance, its detail, two of colour, four of direction. */
  static final int PHOTO = 4 + Orientations.COUNT;

  /** The first of the two features of colour. */
  static final int BLUENESS = 2;

  /** Features of a sketch: ink, dark ink, contrast, four of direction. */
  static final int SKETCH = 3 + Orientations.COUNT;

  private static final int TONES = 3;

  private static final float LEAST_CONTRAST = .03f;
  private static final double DETAIL = 4;

  private CellFeatures() {}

  /** Features of the photo of a pair. */
  public static float[] photo(WorkingPair pair) {
    float[] luminance = pair.luminance();
    float[] blurred = GaussianMean.blur(luminance, DETAIL);
    float[] detail = new float[luminance.length];
    for (int i = 0; i < detail.length; i++) {
      detail[i] = luminance[i] - blurred[i];
    }
    float[] out = new float[PHOTO * CellGrid.CELLS];
    put(out, 0, CellGrid.means(luminance));
    put(out, 1, CellGrid.means(detail));
    put(out, BLUENESS, CellGrid.means(pair.blueness()));
    put(out, BLUENESS + 1, CellGrid.means(pair.redness()));
    putDirections(out, 4, luminance);
    return out;
  }

  /**
   * Features of a sketch.
   *
   * @param tone in [0, 1], of working size
   * @param dark share of dark pixels in [0, 1], of working size
   */
  public static float[] sketch(float[] tone, float[] dark) {
    float[] out = new float[SKETCH * CellGrid.CELLS];
    putTones(out, tone, dark);
    putDirections(out, TONES, tone);
    return out;
  }

  /** The first features of a sketch, those that need no directions. */
  static float[] tones(float[] tone, float[] dark) {
    float[] out = new float[TONES * CellGrid.CELLS];
    putTones(out, tone, dark);
    return out;
  }

  private static void putTones(float[] out, float[] tone, float[] dark) {
    float[] squares = new float[tone.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = tone[i] * tone[i];
    }
    float[] mean = CellGrid.means(tone);
    float[] square = CellGrid.means(squares);
    float[] darkness = CellGrid.means(dark);
    for (int c = 0; c < CellGrid.CELLS; c++) {
      out[c] = (float) Math.sqrt(Math.max(0, 1 - mean[c]));
      out[CellGrid.CELLS + c] = (float) Math.sqrt(Math.max(0, darkness[c]));
      double deviation = Math.sqrt(Math.max(0, square[c] - mean[c] * mean[c]));
      out[2 * CellGrid.CELLS + c] = (float) StrictMath.log(deviation + LEAST_CONTRAST);
    }
  }

  /** Features of a sketch after mirroring it. */
  static float[] mirrored(float[] sketch) {
    float[] out = new float[sketch.length];
    for (int f = 0; f < SKETCH; f++) {
      int from = f == 4 ? 6 : f == 6 ? 4 : f;
      for (int r = 0; r < CellGrid.ROWS; r++) {
        int row = r * CellGrid.COLUMNS;
        for (int c = 0; c < CellGrid.COLUMNS; c++) {
          out[f * CellGrid.CELLS + row + c] =
              sketch[from * CellGrid.CELLS + row + CellGrid.COLUMNS - 1 - c];
        }
      }
    }
    return out;
  }

  private static void putDirections(float[] out, int first, float[] plane) {
    float[][] directions = Orientations.of(plane);
    for (int d = 0; d < Orientations.COUNT; d++) {
      float[] means = CellGrid.means(directions[d]);
      for (int c = 0; c < means.length; c++) {
        means[c] = (float) Math.sqrt(Math.max(0, means[c]));
      }
      put(out, first + d, means);
    }
  }

  private static void put(float[] out, int feature, float[] values) {
    System.arraycopy(values, 0, out, feature * CellGrid.CELLS, CellGrid.CELLS);
  }
}
