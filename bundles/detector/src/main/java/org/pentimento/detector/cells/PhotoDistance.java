package org.pentimento.detector.cells;

import java.util.List;

/** How unlike photos are in their cells' features, each feature in units of its deviation. */
public final class PhotoDistance {
  private final float[] deviations;

  private PhotoDistance(float[] deviations) {
    this.deviations = deviations;
  }

  /** With the deviations of some photos' features. */
  public static PhotoDistance of(List<float[]> photos) {
    float[] deviations = new float[CellFeatures.PHOTO];
    for (int f = 0; f < deviations.length; f++) {
      double sum = 0;
      double squares = 0;
      long count = 0;
      for (float[] photo : photos) {
        for (int c = 0; c < CellGrid.CELLS; c++) {
          double v = photo[f * CellGrid.CELLS + c];
          sum += v;
          squares += v * v;
          count++;
        }
      }
      double mean = sum / count;
      deviations[f] = (float) Math.sqrt(Math.max(0, squares / count - mean * mean)) + 1e-6f;
    }
    return new PhotoDistance(deviations);
  }

  /** The squared distance of two photos in each cell. */
  public float[] cells(float[] one, float[] other) {
    float[] out = new float[CellGrid.CELLS];
    for (int f = 0; f < deviations.length; f++) {
      for (int c = 0; c < CellGrid.CELLS; c++) {
        int at = f * CellGrid.CELLS + c;
        float d = (one[at] - other[at]) / deviations[f];
        out[c] += d * d;
      }
    }
    return out;
  }

  /** The mean squared distance of two photos. */
  public double whole(float[] one, float[] other) {
    double sum = 0;
    for (float cell : cells(one, other)) {
      sum += cell;
    }
    return sum / CellGrid.CELLS;
  }
}
