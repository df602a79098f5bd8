package org.pentimento.detector.residual;

import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * The residuals of many photos in one bank, levelled: at each position robust standard deviations
 * from the median of the reference photos, cut at 4. They are made anew a plane at a time, because
 * all of them would not fit into memory.
 */
public final class Residuals {
  private static final float CUT = 4;

  private final Bank bank;
  private final PhotoStack photos;
  private final int count;
  private final int[] reference;
  private final float floor;

  /** Measures how the reference photos spread. */
  public Residuals(Bank bank, PhotoStack photos) {
    this.bank = bank;
    this.photos = photos;
    count = photos.count();
    reference = photos.reference();
    floor = floor();
  }

  /** Takes a plane of values. */
  @FunctionalInterface
  public interface PlaneTaker {
    /**
     * Takes the values.
     *
     * @param plane of the bank
     * @param values of all photos, position by position: {@code position * count + photo}
     * @param positions in the plane
     */
    void take(int plane, float[] values, int positions);
  }

  /** Bank that these values are from. */
  public Bank bank() {
    return bank;
  }

  /** How many planes are compared. */
  public int planes() {
    return Math.min(bank.planes(), photos.planes());
  }

  /** Number of photos. */
  public int count() {
    return count;
  }

  /** Hands all planes, one after the other; the array is used again. */
  public void eachPlane(Progress progress, PlaneTaker taker) throws CancelledException {
    for (int plane = 0; plane < planes(); plane++) {
      progress.checkCancelled();
      int all = photos.total();
      float[] values = raw(plane, range(all));
      int positions = values.length / all;
      level(values, all, positions);
      taker.take(plane, all == count ? values : narrowed(values, all, positions), positions);
    }
  }

  private static int[] range(int count) {
    int[] all = new int[count];
    for (int i = 0; i < count; i++) {
      all[i] = i;
    }
    return all;
  }

  private float[] narrowed(float[] values, int all, int positions) {
    float[] out = new float[positions * count];
    for (int p = 0; p < positions; p++) {
      System.arraycopy(values, p * all, out, p * count, count);
    }
    return out;
  }

  /**
   * The bank's values, position by position; photos in bundles, so that memory is written in rows.
   */
  private float[] raw(int plane, int[] which) {
    int n = which.length;
    int positions = bank.of(photos, which[0], plane).length;
    float[] values = new float[Math.multiplyExact(positions, n)];
    int bundle = 16;
    Workers.each(
        (n + bundle - 1) / bundle,
        b -> {
          int from = b * bundle;
          int to = Math.min(n, from + bundle);
          float[][] rows = new float[to - from][];
          for (int i = from; i < to; i++) {
            rows[i - from] = bank.of(photos, which[i], plane);
          }
          for (int p = 0; p < positions; p++) {
            for (int i = from; i < to; i++) {
              values[p * n + i] = rows[i - from][p];
            }
          }
        });
    return values;
  }

  private void level(float[] values, int n, int positions) {
    int rows = 512;
    Workers.each(
        (positions + rows - 1) / rows,
        b -> {
          float[] scratch = new float[reference.length];
          for (int p = b * rows; p < Math.min(positions, (b + 1) * rows); p++) {
            int row = p * n;
            float median = median(values, row, reference, scratch);
            float scale = 1 / Math.max(floor, deviation(values, row, reference, median, scratch));
            for (int i = 0; i < n; i++) {
              float z = (values[row + i] - median) * scale;
              values[row + i] = Math.max(-CUT, Math.min(CUT, z));
            }
          }
        });
  }

  /** Half the typical spread, measured on some of the reference photos. */
  private float floor() {
    int some = Math.min(reference.length, 96);
    int[] chosen = new int[some];
    for (int i = 0; i < some; i++) {
      chosen[i] = reference[(int) ((long) i * reference.length / some)];
    }
    int[] all = range(some);
    float[][] spreads = new float[planes()][];
    int total = 0;
    for (int plane = 0; plane < planes(); plane++) {
      float[] values = raw(plane, chosen);
      int positions = values.length / some;
      float[] spread = new float[positions];
      Workers.each(
          (positions + 511) / 512,
          b -> {
            float[] scratch = new float[some];
            for (int p = b * 512; p < Math.min(positions, (b + 1) * 512); p++) {
              float median = median(values, p * some, all, scratch);
              spread[p] = deviation(values, p * some, all, median, scratch);
            }
          });
      spreads[plane] = spread;
      total += positions;
    }
    float[] together = new float[total];
    int at = 0;
    for (float[] spread : spreads) {
      System.arraycopy(spread, 0, together, at, spread.length);
      at += spread.length;
    }
    return .5f * Medians.medianInPlace(together, total) + 1e-6f;
  }

  private static float median(float[] values, int row, int[] which, float[] scratch) {
    for (int i = 0; i < which.length; i++) {
      scratch[i] = values[row + which[i]];
    }
    return Medians.medianInPlace(scratch, which.length);
  }

  private static float deviation(
      float[] values, int row, int[] which, float median, float[] scratch) {
    for (int i = 0; i < which.length; i++) {
      scratch[i] = Math.abs(values[row + which[i]] - median);
    }
    return (float) Medians.PER_MAD * Medians.medianInPlace(scratch, which.length);
  }
}
