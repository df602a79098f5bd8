package org.pentimento.detector.sketch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
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
 * @param recognition by how many deviations sketches fit their own photos better than others, the
 *     median of all
 */
record SketchScores(Map<Aspect, double[]> scores, float[][] balance, double recognition) {
  private static final int[][] WINDOWS = {{1, 1}, {1, 3}, {3, 3}, {3, 7}};
  private static final float MOST_SQUARE = 16;
  private static final double FLOOR = .3;
  private static final double FULLNESS_FLOOR = .4;
  private static final float MOST_FULL = 6;

  /**
   * Nothing is missing where there is much more than in other sketches: a part's loss counts as at
   * most so much more than its emptiness.
   */
  private static final double EMPTY = 4;

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
    double recognition = Robust.median(identity);
    for (int i = 0; i < n; i++) {
      identity[i] = -identity[i];
    }
    Map<Aspect, double[]> scores = new EnumMap<>(Aspect.class);
    scores.put(Aspect.INK, ink);
    scores.put(Aspect.DISTANCE, distance);
    scores.put(Aspect.HOLE, holes(balance, kept, progress));
    scores.put(Aspect.IDENTITY, identity);
    scores.put(Aspect.MIRRORED, likeness.gainOfMirroring());
    float[][] fullness = fullness(sketches, kept);
    for (Aspect aspect : Aspect.values()) {
      FaceMasks part = aspect.part();
      if (part != null) {
        float[] mask = part.over(placement);
        double[] losses = losses(balance, mask, kept);
        double[] emptiness = losses(fullness, mask, kept);
        for (int i = 0; i < n; i++) {
          losses[i] = Math.min(losses[i], EMPTY + emptiness[i]);
        }
        scores.put(aspect, losses);
      }
    }
    scores.replaceAll((aspect, values) -> aspect.part() == null ? Robust.z(values) : values);
    return new SketchScores(scores, balance, recognition);
  }

  /** The score of a pair in an aspect. */
  double score(Aspect aspect, int pair) {
    return requireNonNull(scores.get(aspect))[pair];
  }

  /** A copy in which what is excused is as usual. */
  SketchScores without(Excuse[] excuses) {
    Map<Aspect, double[]> left = new EnumMap<>(Aspect.class);
    scores.forEach(
        (aspect, values) -> {
          double[] changed = values.clone();
          for (int i = 0; i < changed.length; i++) {
            changed[i] = excuses[i].covers(aspect) ? Math.min(0, changed[i]) : changed[i];
          }
          left.put(aspect, changed);
        });
    return new SketchScores(left, balance, recognition);
  }

  /** The largest score of each pair, in units that one in a hundred honest pairs exceeds. */
  double[] total() {
    double[] total = new double[balance.length];
    double[] part = new double[balance.length];
    Arrays.fill(total, Double.NEGATIVE_INFINITY);
    Arrays.fill(part, Double.NEGATIVE_INFINITY);
    scores.forEach(
        (aspect, values) -> {
          for (int i = 0; i < total.length; i++) {
            if (aspect.part() == null) {
              total[i] = Math.max(total[i], values[i] / aspect.unit());
            } else {
              part[i] = Math.max(part[i], values[i]);
            }
          }
        });
    double[] worst = Robust.z(part);
    for (int i = 0; i < total.length; i++) {
      total[i] = Math.max(total[i], worst[i] / Aspect.MOUTH.unit());
    }
    return total;
  }

  private static double[] holes(float[][] balance, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    int n = balance.length;
    double[] holes = new double[n];
    Arrays.fill(holes, Double.NEGATIVE_INFINITY);
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

  /** How much more or less ink each cell of each sketch has than the mean of those kept. */
  private static float[][] fullness(List<float[]> sketches, boolean[] kept) {
    int n = sketches.size();
    int size = sketches.get(0).length;
    int features = size / CellGrid.CELLS;
    double[] mean = new double[size];
    double[] deviation = new double[size];
    int known = 0;
    for (int i = 0; i < n; i++) {
      known += kept[i] ? 1 : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < size && kept[i]; k++) {
        mean[k] += sketches.get(i)[k] / known;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < size && kept[i]; k++) {
        double off = sketches.get(i)[k] - mean[k];
        deviation[k] += off * off / known;
      }
    }
    for (int f = 0; f < features; f++) {
      double[] all = new double[CellGrid.CELLS];
      for (int c = 0; c < all.length; c++) {
        all[c] = Math.sqrt(deviation[f * CellGrid.CELLS + c]);
      }
      double floor = FULLNESS_FLOOR * Robust.median(all) + 1e-9;
      for (int c = 0; c < all.length; c++) {
        deviation[f * CellGrid.CELLS + c] = Math.max(floor, all[c]);
      }
    }
    float[][] fullness = new float[n][CellGrid.CELLS];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < size; k++) {
        float z = (float) ((sketches.get(i)[k] - mean[k]) / deviation[k]);
        fullness[i][k % CellGrid.CELLS] += Math.max(-MOST_FULL, Math.min(MOST_FULL, z)) / features;
      }
    }
    return fullness;
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
