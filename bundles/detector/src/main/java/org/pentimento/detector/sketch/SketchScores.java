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
 * @param scores one a pair in robust deviations; the larger, the more suspicious
 * @param balance how much more or less ink each cell of each sketch has than expected, in
 *     deviations
 */
record SketchScores(Map<Aspect, double[]> scores, float[][] balance) {
  private static final int[][] WINDOWS = {{1, 1}, {1, 3}, {3, 3}, {3, 7}};
  private static final float MOST_SQUARE = 16;
  private static final double FLOOR = .3;

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
    float[][] balance = new float[n][CellGrid.CELLS];
    for (int i = 0; i < n; i++) {
      float[] z = leftover.z()[i];
      int features = z.length / CellGrid.CELLS;
      double inkSum = 0;
      double squares = 0;
      for (int k = 0; k < z.length; k++) {
        if (k < 2 * CellGrid.CELLS) {
          inkSum += z[k];
        }
        squares += Math.min(MOST_SQUARE, z[k] * z[k]);
        balance[i][k % CellGrid.CELLS] += z[k] / features;
      }
      ink[i] = -inkSum / CellGrid.CELLS;
      distance[i] = StrictMath.log(squares / z.length + 1e-12);
    }
    Likeness likeness = Likeness.of(sketches, leftover, kept);
    double[] identity = likeness.recognition(progress);
    for (int i = 0; i < n; i++) {
      identity[i] = -identity[i];
    }
    Map<Aspect, double[]> scores = new EnumMap<>(Aspect.class);
    scores.put(Aspect.INK, ink);
    scores.put(Aspect.DISTANCE, distance);
    scores.put(Aspect.HOLE, holes(balance, kept, progress));
    scores.put(Aspect.IDENTITY, identity);
    scores.put(Aspect.MIRRORED, likeness.gainOfMirroring());
    for (Aspect aspect : Aspect.values()) {
      FaceMasks part = aspect.part();
      if (part != null) {
        scores.put(aspect, losses(balance, part.over(placement), kept));
      }
    }
    scores.replaceAll((aspect, values) -> Robust.z(values));
    return new SketchScores(scores, balance);
  }

  private static double[] holes(float[][] balance, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    int n = balance.length;
    double[] holes = new double[n];
    java.util.Arrays.fill(holes, Double.NEGATIVE_INFINITY);
    for (int[] window : WINDOWS) {
      float[][] means = new float[n][];
      for (int i = 0; i < n; i++) {
        means[i] = CellGrid.window(balance[i], window[0], window[1]);
      }
      double[][] losses = new double[CellGrid.CELLS][n];
      OtherTail[] tails = new OtherTail[CellGrid.CELLS];
      Loops.quietly(
          CellGrid.CELLS,
          progress,
          c -> {
            for (int i = 0; i < n; i++) {
              losses[c][i] = -means[i][c];
            }
            tails[c] = OtherTail.of(Robust.pick(losses[c], kept));
          });
      double[] scales = new double[CellGrid.CELLS];
      for (int c = 0; c < scales.length; c++) {
        scales[c] = tails[c].scale();
      }
      double floor = FLOOR * Robust.median(scales);
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < CellGrid.CELLS; c++) {
          holes[i] = Math.max(holes[i], tails[c].z(losses[c][i], floor));
        }
      }
    }
    return holes;
  }

  private static double[] losses(float[][] balance, float[] mask, boolean[] kept) {
    double[] losses = new double[balance.length];
    for (int i = 0; i < losses.length; i++) {
      for (int c = 0; c < mask.length; c++) {
        losses[i] -= mask[c] * balance[i][c];
      }
    }
    OtherTail tail = OtherTail.of(Robust.pick(losses, kept));
    for (int i = 0; i < losses.length; i++) {
      losses[i] = tail.z(losses[i], 0);
    }
    return losses;
  }
}
