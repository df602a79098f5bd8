package org.pentimento.metric.fourier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decimation in frequency with radices 7, 5, 4, 3 and 2 (Cooley and Tukey, Mathematics of
 * Computation 19, 1965). It works in place and block by block, so that inner blocks stay in the
 * cache; sorting the result is cheap, because only references to rows are moved.
 */
final class MixedRadix implements RowTransform {
  private static final int[] RADICES = {7, 5, 4, 3, 2};

  /** Measured time of a pass of each radix over a row, relative to the others. */
  private static final int[] COSTS = {145, 120, 85, 100, 70};

  private final int[] radices;
  private final float[][] twiddles;
  private final int[] order;

  MixedRadix(int size) {
    radices = factors(size);
    twiddles = new float[radices.length][];
    int block = size;
    for (int stage = 0; stage < radices.length; stage++) {
      twiddles[stage] = twiddles(block, radices[stage]);
      block /= radices[stage];
    }
    order = new int[size];
    for (int place = 0; place < size; place++) {
      order[frequency(place)] = place;
    }
  }

  /** Whether a size has no prime factor above 7. */
  static boolean fits(int size) {
    int rest = size;
    for (int radix : RADICES) {
      while (rest % radix == 0) {
        rest /= radix;
      }
    }
    return rest == 1;
  }

  /** How long a transform takes, up to a factor, of a size that {@link #fits}. */
  static long cost(int size) {
    long sum = 0;
    int rest = size;
    for (int i = 0; i < RADICES.length; i++) {
      while (rest % RADICES[i] == 0) {
        rest /= RADICES[i];
        sum += COSTS[i];
      }
    }
    return sum * size;
  }

  private static int[] factors(int size) {
    List<Integer> factors = new ArrayList<>();
    int rest = size;
    for (int radix : RADICES) {
      while (rest % radix == 0) {
        factors.add(radix);
        rest /= radix;
      }
    }
    return factors.stream().mapToInt(Integer::intValue).toArray();
  }

  private static float[] twiddles(int block, int radix) {
    int step = block / radix;
    float[] w = new float[2 * (radix - 1) * step];
    int at = 0;
    for (int p = 0; p < step; p++) {
      for (int k = 1; k < radix; k++) {
        double angle = -2 * Math.PI * (p * k) / block;
        w[at++] = (float) StrictMath.cos(angle);
        w[at++] = (float) StrictMath.sin(angle);
      }
    }
    return w;
  }

  /** Which frequency ends up at a row before sorting: its digits reversed. */
  private int frequency(int place) {
    int frequency = 0;
    int weight = 1;
    int block = order.length;
    int rest = place;
    for (int radix : radices) {
      block /= radix;
      frequency += weight * (rest / block);
      rest %= block;
      weight *= radix;
    }
    return frequency;
  }

  @Override
  public int size() {
    return order.length;
  }

  @Override
  public int rows() {
    return order.length;
  }

  @Override
  public void forward(float[][] re, float[][] im, int length) {
    transform(re, im, 0, order.length, 0, length);
    sort(re);
    sort(im);
  }

  private void transform(float[][] re, float[][] im, int first, int block, int stage, int length) {
    if (stage == radices.length) {
      return;
    }
    int radix = radices[stage];
    int step = block / radix;
    float[] w = twiddles[stage];
    for (int p = 0; p < step; p++) {
      int at = 2 * (radix - 1) * p;
      switch (radix) {
        case 2 -> Butterflies.radix2(re, im, first, length);
        case 3 -> Butterflies.radix3(re, im, first + p, step, w, at, length);
        case 4 -> Butterflies.radix4(re, im, first + p, step, w, at, length);
        case 5 -> Butterflies.radix5(re, im, first + p, step, w, at, length);
        default -> Butterflies.radix7(re, im, first + p, step, w, at, length);
      }
    }
    for (int k = 0; k < radix; k++) {
      transform(re, im, first + k * step, step, stage + 1, length);
    }
  }

  private void sort(float[][] rows) {
    float[][] unsorted = Arrays.copyOf(rows, order.length);
    for (int frequency = 0; frequency < order.length; frequency++) {
      rows[frequency] = unsorted[order[frequency]];
    }
  }
}
