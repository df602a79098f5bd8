package org.pentimento.detector.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.detector.residual.Gram;
import org.pentimento.detector.residual.Log;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Smoothing;
import org.pentimento.detector.residual.Workers;

/** Looks for groups in small places, for stamps: blocks of 8x8 px of photos that are 64 px wide. */
final class BlockMiner {
  private static final int WIDTH = 64;
  private static final int SIDE = 8;
  private static final int STEP = 4;

  private BlockMiner() {}

  /**
   * A group that is alike in a block.
   *
   * @param strength gap times likeness within
   * @param within mean likeness within, as −ln(1 − cosine)
   * @param members by index, ascending
   */
  record Found(double strength, double within, int[] members) {}

  /** The best groups of all blocks, strongest first. */
  static List<Found> best(PhotoStack photos, int n, int most) {
    int width = Math.min(WIDTH, photos.width());
    int height = Math.max(1, (int) Math.rint((double) photos.height() * width / photos.width()));
    float[][] small = new float[n][];
    Workers.each(n, i -> small[i] = detail(photos, i, width, height));
    lessMedian(small);
    int columns = Math.max(0, (width - SIDE) / STEP + 1);
    int rows = Math.max(0, (height - SIDE) / STEP + 1);
    Found[] found = new Found[columns * rows];
    Workers.each(
        found.length,
        b -> found[b] = block(small, n, width, height, b % columns * STEP, b / columns * STEP));
    List<Found> best = new ArrayList<>(List.of(found));
    best.sort(Comparator.comparingDouble(f -> -f.strength()));
    return best.subList(0, Math.min(most, best.size()));
  }

  private static float[] detail(PhotoStack photos, int photo, int width, int height) {
    int size = width * height;
    float[] out = new float[photos.planes() * size];
    for (int p = 0; p < photos.planes(); p++) {
      float[] x =
          Smoothing.shrink(photos.plane(photo, p), photos.width(), photos.height(), width, height);
      float[] blur = Smoothing.gauss(x, width, height, 1.5);
      float weight = p == 0 ? 1 : 2;
      for (int i = 0; i < size; i++) {
        out[p * size + i] = weight * (x[i] - blur[i]);
      }
    }
    return out;
  }

  private static void lessMedian(float[][] rows) {
    int size = rows[0].length;
    Workers.each(
        (size + 255) / 256,
        b -> {
          double[] scratch = new double[rows.length];
          for (int p = b * 256; p < Math.min(size, (b + 1) * 256); p++) {
            for (int i = 0; i < rows.length; i++) {
              scratch[i] = rows[i][p];
            }
            float median = (float) Medians.medianInPlace(scratch, rows.length);
            for (float[] row : rows) {
              row[p] -= median;
            }
          }
        });
  }

  private static Found block(float[][] small, int n, int width, int height, int left, int top) {
    int planes = small[0].length / (width * height);
    int positions = planes * SIDE * SIDE;
    float[] values = new float[positions * n];
    int p = 0;
    for (int plane = 0; plane < planes; plane++) {
      for (int y = top; y < top + SIDE; y++) {
        for (int x = left; x < left + SIDE; x++, p++) {
          for (int i = 0; i < n; i++) {
            values[p * n + i] = small[i][(plane * height + y) * width + x];
          }
        }
      }
    }
    Gram gram = new Gram(n);
    gram.add(values, positions);
    float[] d = gram.sums();
    double[] energy = new double[n];
    for (int i = 0; i < n; i++) {
      energy[i] = d[i * n + i];
    }
    double common = Medians.quantile(energy, .6) + 1e-6;
    float[] scale = new float[n];
    for (int i = 0; i < n; i++) {
      scale[i] = (float) (1 / Math.sqrt(energy[i] + common));
    }
    double[] second = new double[n];
    for (int i = 0; i < n; i++) {
      d[i * n + i] = 0;
      float first = 0;
      float next = 0;
      for (int j = 0; j < n; j++) {
        if (j == i) {
          continue;
        }
        float v =
            j > i ? -Log.of(Math.max(1e-3f, 1 - d[i * n + j] * scale[i] * scale[j])) : d[j * n + i];
        d[i * n + j] = v;
        if (v > first) {
          next = first;
          first = v;
        } else if (v > next) {
          next = v;
        }
      }
      second[i] = next;
    }
    float[] sums = new Kernel(Trait.DETAIL, 0, n, d).sums();
    int[] seeds = Ranking.descending(second);
    GapMiner.Found best = GapMiner.Found.NOTHING;
    for (int s = 0; s < 2; s++) {
      GapMiner.Found one = GapMiner.from(d, sums, n, seeds[s]);
      if (one.gap() > best.gap()) {
        best = one;
      }
    }
    double within = GapMiner.within(d, n, best.members());
    return new Found(best.gap() * Math.min(within, 2), within, best.members());
  }
}
