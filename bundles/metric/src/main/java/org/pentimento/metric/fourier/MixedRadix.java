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
  private final List<Radix> radices;
  private final List<Twiddles> twiddles = new ArrayList<>();
  private final int[] order;

  MixedRadix(int size) {
    radices = factors(size);
    int block = size;
    for (Radix radix : radices) {
      twiddles.add(new Twiddles(radix, block));
      block /= radix.length();
    }
    order = new int[size];
    for (int place = 0; place < size; place++) {
      order[frequency(place)] = place;
    }
  }

  /** Whether a size has no prime factor above 7. */
  static boolean fits(int size) {
    return factors(size).stream().mapToInt(Radix::length).reduce(1, (a, b) -> a * b) == size;
  }

  /** How long a transform takes, up to a factor, of a size that {@link #fits}. */
  static long cost(int size) {
    return factors(size).stream().mapToLong(Radix::cost).sum() * size;
  }

  private static List<Radix> factors(int size) {
    List<Radix> factors = new ArrayList<>();
    int rest = size;
    for (Radix radix : Radix.values()) {
      while (rest % radix.length() == 0) {
        factors.add(radix);
        rest /= radix.length();
      }
    }
    return factors;
  }

  /** Which frequency ends up at a row before sorting: its digits reversed. */
  private int frequency(int place) {
    int frequency = 0;
    int weight = 1;
    int block = order.length;
    int rest = place;
    for (Radix radix : radices) {
      block /= radix.length();
      frequency += weight * (rest / block);
      rest %= block;
      weight *= radix.length();
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
    if (stage == radices.size()) {
      return;
    }
    Radix radix = radices.get(stage);
    Twiddles factors = twiddles.get(stage);
    int step = block / radix.length();
    for (int p = 0; p < step; p++) {
      radix.sums(re, first + p, step, length);
      radix.sums(im, first + p, step, length);
      factors.apply(re, im, first, p, length);
    }
    for (int k = 0; k < radix.length(); k++) {
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
