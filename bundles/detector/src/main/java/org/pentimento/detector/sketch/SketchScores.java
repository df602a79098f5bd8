package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.cells.CellGrid;
import org.pentimento.detector.cells.FaceMasks;
import org.pentimento.detector.cells.Likeness;
import org.pentimento.detector.cells.SketchModel.Leftover;
import org.pentimento.detector.frame.Placement;
import org.pentimento.detector.numbers.Loops;
import org.pentimento.detector.numbers.Robust;

/**
 * How suspicious each sketch is in each respect.
 *
 * @param scores one a pair; the larger, the more suspicious
 * @param parts by how much ink each part of the face lacks, pair by pair, in the order of {@link
 *     FaceMasks}
 */
record SketchScores(Map<Suspicion, double[]> scores, double[][] parts) {
  private static final int[][] WINDOWS = {{1, 1}, {1, 3}, {3, 3}, {3, 7}};
  private static final float CHI_CLIP = 16;

  /**
   * Scores sketches.
   *
   * @param kept pairs that are thought honest; they say what is usual
   */
  static SketchScores of(
      List<float[]> sketches,
      Leftover leftover,
      boolean[] kept,
      Placement placement,
      Progress progress)
      throws IOException, CancelledException {
    int n = sketches.size();
    double[] ink = new double[n];
    double[] distance = new double[n];
    float[][] mean = new float[n][CellGrid.CELLS];
    for (int i = 0; i < n; i++) {
      float[] z = leftover.z()[i];
      int features = z.length / CellGrid.CELLS;
      double inkSum = 0;
      double squares = 0;
      for (int k = 0; k < z.length; k++) {
        if (k < 2 * CellGrid.CELLS) {
          inkSum += z[k];
        }
        squares += Math.min(CHI_CLIP, z[k] * z[k]);
        mean[i][k % CellGrid.CELLS] += z[k] / features;
      }
      ink[i] = -inkSum / CellGrid.CELLS;
      distance[i] = StrictMath.log(squares / z.length + 1e-12);
    }
    Map<Suspicion, double[]> scores = new EnumMap<>(Suspicion.class);
    scores.put(Suspicion.INK, ink);
    scores.put(Suspicion.DISTANCE, distance);
    scores.put(Suspicion.HOLE, holes(mean, kept, progress));
    double[][] parts = parts(mean, kept, placement);
    double[] worst = new double[n];
    for (int i = 0; i < n; i++) {
      worst[i] = max(parts[i]);
    }
    scores.put(Suspicion.PART, worst);
    Likeness likeness = Likeness.of(sketches, leftover, kept);
    double[] recognition = likeness.recognition(progress);
    for (int i = 0; i < n; i++) {
      recognition[i] = -recognition[i];
    }
    scores.put(Suspicion.IDENTITY, recognition);
    scores.put(Suspicion.MIRRORED, likeness.gainOfMirroring());
    scores.replaceAll((suspicion, values) -> Robust.z(values));
    return new SketchScores(scores, parts);
  }

  /** The largest score of each pair, in the scores' units. */
  double[] total() {
    double[] total = new double[parts.length];
    for (int i = 0; i < total.length; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (Map.Entry<Suspicion, double[]> one : scores.entrySet()) {
        most = Math.max(most, one.getValue()[i] / one.getKey().unit());
      }
      total[i] = most;
    }
    return total;
  }

  private static double[] holes(float[][] mean, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    int n = mean.length;
    double[][] worst = new double[WINDOWS.length][n];
    for (int w = 0; w < WINDOWS.length; w++) {
      int[] window = WINDOWS[w];
      float[][] loss = new float[n][];
      for (int i = 0; i < n; i++) {
        loss[i] = CellGrid.window(mean[i], window[0], window[1]);
      }
      double[][] losses = new double[CellGrid.CELLS][n];
      OtherTail[] tails = new OtherTail[CellGrid.CELLS];
      Loops.quietly(
          CellGrid.CELLS,
          progress,
          c -> {
            for (int i = 0; i < n; i++) {
              losses[c][i] = -loss[i][c];
            }
            tails[c] = OtherTail.of(Robust.pick(losses[c], kept));
          });
      double[] scales = new double[CellGrid.CELLS];
      for (int c = 0; c < scales.length; c++) {
        scales[c] = tails[c].scale();
      }
      double floor = .3 * Robust.median(scales);
      for (int i = 0; i < n; i++) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CellGrid.CELLS; c++) {
          most = Math.max(most, tails[c].z(losses[c][i], floor));
        }
        worst[w][i] = most;
      }
    }
    double[] holes = new double[n];
    for (int i = 0; i < n; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (double[] one : worst) {
        most = Math.max(most, one[i]);
      }
      holes[i] = most;
    }
    return holes;
  }

  private static double[][] parts(float[][] mean, boolean[] kept, Placement placement) {
    int n = mean.length;
    FaceMasks[] all = FaceMasks.values();
    double[][] parts = new double[n][all.length];
    for (int p = 0; p < all.length; p++) {
      float[] mask = all[p].over(placement);
      double[] loss = new double[n];
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < mask.length; c++) {
          loss[i] -= mask[c] * mean[i][c];
        }
      }
      OtherTail tail = OtherTail.of(Robust.pick(loss, kept));
      for (int i = 0; i < n; i++) {
        parts[i][p] = tail.z(loss[i], 0);
      }
    }
    return parts;
  }

  private static double max(double[] values) {
    double most = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      most = Math.max(most, v);
    }
    return most;
  }
}
