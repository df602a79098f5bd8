package org.pentimento.detector.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.detector.residual.Medians;

/**
 * Where a difference is beyond chance.
 *
 * @param place the rectangle around it; null if it is everywhere, or nowhere beyond chance
 * @param beyond the pixels beyond chance, row by row
 * @param share of all pixels that are beyond chance
 * @param effect nearly the largest difference, in standard deviations between photos
 */
record Region(@Nullable Place place, boolean[] beyond, double share, double effect) {
  private static final double LARGEST_PLACE = .45;

  /**
   * Finds it: pixels that differ beyond chance, and by a good part of the largest effect, because
   * faces of a group differ from others, too, but not one as the other.
   */
  static Region of(Difference difference, long seed) {
    int width = difference.width();
    float limit = (float) Math.max(4.5, 1.1 * difference.largestByChance(seed));
    float[] strength = difference.significance();
    double[] sorted = new double[strength.length];
    for (int i = 0; i < strength.length; i++) {
      sorted[i] = strength[i];
    }
    double largest = Medians.quantile(sorted, .998);
    limit = Math.max(limit, (float) (.35 * largest));
    boolean[] beyond = new boolean[strength.length];
    int count = 0;
    for (int i = 0; i < beyond.length; i++) {
      strength[i] /= limit;
      beyond[i] = strength[i] > 1;
      count += beyond[i] ? 1 : 0;
    }
    double share = (double) count / beyond.length;
    return new Region(
        place(strength, beyond, width, difference.height()),
        beyond,
        share,
        largest / Math.sqrt(difference.members()));
  }

  /** The rectangle around the strongest patches of pixels, which may lie a little apart. */
  private static @Nullable Place place(float[] strength, boolean[] beyond, int width, int height) {
    int reach = Math.max(1, Math.round(width / 40f));
    int[] label = new int[beyond.length];
    int labels = 0;
    double[] weight = new double[beyond.length + 1];
    for (int start = 0; start < beyond.length; start++) {
      if (beyond[start] && label[start] == 0) {
        labels++;
        weight[labels] = flood(beyond, strength, label, labels, start, width, height, reach);
      }
    }
    if (labels == 0) {
      return null;
    }
    double heaviest = 0;
    for (int l = 1; l <= labels; l++) {
      heaviest = Math.max(heaviest, weight[l]);
    }
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int i = 0; i < beyond.length; i++) {
      if (beyond[i] && weight[label[i]] >= .2 * heaviest) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    Place place = new Place(left, top, right - left + 1, bottom - top + 1);
    double area = (double) place.width() * place.height() / beyond.length;
    return area > LARGEST_PLACE ? null : place;
  }

  private static double flood(
      boolean[] beyond,
      float[] strength,
      int[] label,
      int mark,
      int start,
      int width,
      int height,
      int reach) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(start);
    label[start] = mark;
    double weight = 0;
    while (!open.isEmpty()) {
      int at = open.poll();
      weight += Math.min(strength[at], 20) * Math.min(strength[at], 20);
      int cx = at % width;
      int cy = at / width;
      for (int y = Math.max(0, cy - reach); y <= Math.min(height - 1, cy + reach); y++) {
        for (int x = Math.max(0, cx - reach); x <= Math.min(width - 1, cx + reach); x++) {
          int next = y * width + x;
          if (beyond[next] && label[next] == 0) {
            label[next] = mark;
            open.add(next);
          }
        }
      }
    }
    return weight;
  }
}
