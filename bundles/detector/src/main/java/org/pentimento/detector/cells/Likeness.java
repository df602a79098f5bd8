package org.pentimento.detector.cells;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.cells.SketchModel.Leftover;
import org.pentimento.detector.numbers.Loops;

/**
 * How alike predicted and actual sketches are in what sets them apart from the mean sketch: the
 * correlation of their features over all cells, in units of what is usually left.
 */
public final class Likeness {
  private static final float CLIP = 6;
  private static final int ROWS = 8;

  private final float[][] expected;
  private final float[][] actual;
  private final float[][] mirrored;

  private Likeness(float[][] expected, float[][] actual, float[][] mirrored) {
    this.expected = expected;
    this.actual = actual;
    this.mirrored = mirrored;
  }

  /** Of sketches and what is left of them, seen from the mean of those that are kept. */
  public static Likeness of(List<float[]> sketches, Leftover leftover, boolean[] kept) {
    int n = sketches.size();
    int size = CellFeatures.SKETCH * CellGrid.CELLS;
    double[] sum = new double[size];
    int known = 0;
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        known++;
        float[] sketch = sketches.get(i);
        for (int k = 0; k < size; k++) {
          sum[k] += sketch[k];
        }
      }
    }
    float[] mean = new float[size];
    for (int k = 0; k < size; k++) {
      mean[k] = (float) (sum[k] / known);
    }
    float[][] expected = new float[n][];
    float[][] actual = new float[n][];
    float[][] mirrored = new float[n][];
    for (int i = 0; i < n; i++) {
      float[] scale = leftover.scale()[i];
      expected[i] = direction(leftover.predicted()[i], mean, scale);
      actual[i] = direction(sketches.get(i), mean, scale);
      mirrored[i] = direction(CellFeatures.mirrored(sketches.get(i)), mean, scale);
    }
    return new Likeness(expected, actual, mirrored);
  }

  private static float[] direction(float[] features, float[] mean, float[] scale) {
    float[] out = new float[features.length];
    double sum = 0;
    for (int k = 0; k < out.length; k++) {
      out[k] = Math.max(-CLIP, Math.min(CLIP, (features[k] - mean[k]) / scale[k]));
      sum += out[k];
    }
    float centre = (float) (sum / out.length);
    double squares = 0;
    for (int k = 0; k < out.length; k++) {
      out[k] -= centre;
      squares += out[k] * out[k];
    }
    float length = (float) Math.sqrt(squares) + 1e-9f;
    for (int k = 0; k < out.length; k++) {
      out[k] /= length;
    }
    return out;
  }

  /** How much better than the sketch its mirror image fits the photo of each pair. */
  public double[] gainOfMirroring() {
    double[] gain = new double[expected.length];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = dot(expected[i], mirrored[i]) - dot(expected[i], actual[i]);
    }
    return gain;
  }

  /** How well each sketch fits its own photo. */
  public double[] own() {
    double[] own = new double[expected.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = dot(expected[i], actual[i]);
    }
    return own;
  }

  /**
   * How far each pair's own likeness lies above those of its photo with other sketches and of its
   * sketch with other photos: the smaller of both, in deviations.
   */
  public double[] recognition(Progress progress) throws IOException, CancelledException {
    int n = expected.length;
    float[][] all = new float[n][n];
    float[][] columns = transposed();
    Loops.quietly(
        (n + ROWS - 1) / ROWS,
        progress,
        block -> {
          for (int i = block * ROWS; i < Math.min(n, (block + 1) * ROWS); i++) {
            products(expected[i], columns, all[i]);
          }
        });
    double[] rowSum = new double[n];
    double[] rowSquares = new double[n];
    double[] columnSum = new double[n];
    double[] columnSquares = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          double v = all[i][j];
          rowSum[i] += v;
          rowSquares[i] += v * v;
          columnSum[j] += v;
          columnSquares[j] += v * v;
        }
      }
    }
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] =
          Math.min(
              above(all[i][i], rowSum[i], rowSquares[i], n - 1),
              above(all[i][i], columnSum[i], columnSquares[i], n - 1));
    }
    return out;
  }

  private static double above(double own, double sum, double squares, int count) {
    double mean = sum / count;
    return (own - mean) / (Math.sqrt(Math.max(0, squares / count - mean * mean)) + 1e-9);
  }

  private float[][] transposed() {
    int n = actual.length;
    int size = actual[0].length;
    float[][] columns = new float[size][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < size; k++) {
        columns[k][i] = actual[i][k];
      }
    }
    return columns;
  }

  /** Four features at a time, so that the processor adds many pairs at once. */
  private static void products(float[] row, float[][] columns, float[] out) {
    for (int k = 0; k + 3 < row.length; k += 4) {
      float a = row[k];
      float b = row[k + 1];
      float c = row[k + 2];
      float d = row[k + 3];
      float[] p = columns[k];
      float[] q = columns[k + 1];
      float[] r = columns[k + 2];
      float[] s = columns[k + 3];
      for (int j = 0; j < out.length; j++) {
        out[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
      }
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
