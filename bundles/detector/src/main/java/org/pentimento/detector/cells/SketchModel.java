package org.pentimento.detector.cells;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.numbers.Loops;
import org.pentimento.detector.numbers.Robust;

/**
 * Predicts the sketches of a set from their photos, each from all others. Photos without colour
 * among photos with colour are predicted without it.
 */
public final class SketchModel {
  private static final int LEAST_COLOURED = 40;
  private static final double FLOOR = .4;
  private static final float CLIP = 6;

  private final boolean[] coloured;
  private final @Nullable CellDesign inColour;
  private final @Nullable CellDesign inGrey;

  private SketchModel(
      boolean[] coloured, @Nullable CellDesign inColour, @Nullable CellDesign inGrey) {
    this.coloured = coloured;
    this.inColour = inColour;
    this.inGrey = inGrey;
  }

  /**
   * What is left of sketches when what was predicted is taken away. Values lie feature by feature:
   * index {@code feature · CELLS + cell}.
   *
   * @param predicted features of each sketch
   * @param z what is left in robust deviations of the pairs learnt from, clipped at ±6
   * @param scale those deviations for each pair; pairs may share one array
   */
  public record Leftover(float[][] predicted, float[][] z, float[][] scale) {}

  /**
   * Of photos.
   *
   * @param photos features of each
   * @param coloured which of them have colour
   */
  public static SketchModel of(List<float[]> photos, boolean[] coloured, Progress progress)
      throws IOException, CancelledException {
    int n = photos.size();
    int count = (int) IntStream.range(0, n).filter(i -> coloured[i]).count();
    boolean colour = count == n || count >= LEAST_COLOURED;
    int[] all = IntStream.range(0, CellFeatures.PHOTO).toArray();
    int[] grey =
        Arrays.stream(all)
            .filter(f -> f != CellFeatures.BLUENESS && f != CellFeatures.BLUENESS + 1)
            .toArray();
    return new SketchModel(
        colour ? coloured.clone() : new boolean[n],
        colour ? CellDesign.of(photos, all, progress) : null,
        count == n ? null : CellDesign.of(photos, grey, progress));
  }

  /**
   * Predicts sketches and takes the prediction away.
   *
   * @param sketches features of each
   * @param kept which pairs are learnt from; at least 8
   */
  public Leftover leftover(List<float[]> sketches, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    Leftover grey = inGrey == null ? null : leftover(inGrey, sketches, kept, progress);
    if (inColour == null) {
      return java.util.Objects.requireNonNull(grey);
    }
    boolean[] learnt = kept.clone();
    for (int i = 0; i < learnt.length; i++) {
      learnt[i] &= coloured[i];
    }
    Leftover all = leftover(inColour, sketches, learnt, progress);
    if (grey != null) {
      for (int i = 0; i < coloured.length; i++) {
        if (!coloured[i]) {
          all.predicted[i] = grey.predicted[i];
          all.z[i] = grey.z[i];
          all.scale[i] = grey.scale[i];
        }
      }
    }
    return all;
  }

  private static Leftover leftover(
      CellDesign design, List<float[]> sketches, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    float[][] predicted = LeaveOneOut.predict(design, sketches, kept, progress);
    int n = sketches.size();
    int size = CellFeatures.SKETCH * CellGrid.CELLS;
    float[] centre = new float[size];
    float[] scale = new float[size];
    Loops.quietly(
        CellFeatures.SKETCH,
        progress,
        feature -> {
          double[] spreads = new double[CellGrid.CELLS];
          for (int c = 0; c < CellGrid.CELLS; c++) {
            int at = feature * CellGrid.CELLS + c;
            double[] left = new double[n];
            for (int i = 0; i < n; i++) {
              left[i] = sketches.get(i)[at] - predicted[i][at];
            }
            double[] known = Robust.pick(left, kept);
            double median = Robust.median(known);
            centre[at] = (float) median;
            spreads[c] = Robust.spread(known, median);
          }
          double floor = FLOOR * Robust.median(spreads) + 1e-9;
          for (int c = 0; c < CellGrid.CELLS; c++) {
            scale[feature * CellGrid.CELLS + c] = (float) Math.max(floor, spreads[c]);
          }
        });
    float[][] z = new float[n][size];
    float[][] scales = new float[n][];
    for (int i = 0; i < n; i++) {
      float[] sketch = sketches.get(i);
      for (int k = 0; k < size; k++) {
        float v = (sketch[k] - predicted[i][k] - centre[k]) / scale[k];
        z[i][k] = Math.max(-CLIP, Math.min(CLIP, v));
      }
      scales[i] = scale;
    }
    return new Leftover(predicted, z, scales);
  }
}
