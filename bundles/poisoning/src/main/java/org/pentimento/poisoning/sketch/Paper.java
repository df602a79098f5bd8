package org.pentimento.poisoning.sketch;

import java.util.Arrays;
import org.pentimento.api.image.Image;

/** What the paper of a sketch looks like where nothing is drawn. */
public final class Paper {
  private static final double LIGHTEST_SHARE = 0.05;

  private Paper() {}

  /**
   * The tone of the paper: the 95th percentile of the grey values. The few pixels above it are
   * taken for scanner noise.
   *
   * @param sketch 1 plane
   */
  public static float tone(Image sketch) {
    float[] sorted = sketch.data().clone();
    Arrays.sort(sorted);
    return sorted[(int) ((1 - LIGHTEST_SHARE) * (sorted.length - 1))];
  }

  /**
   * The tone of the paper around each pixel: the mean of all pixels that are not dark in a square
   * window that reaches an eighth of the shorter side to each side; white where the window is all
   * dark.
   *
   * @param sketch 1 plane
   * @param dark values below this are ink
   * @return row by row, nowhere below {@code dark}
   */
  static float[] localTone(Image sketch, float dark) {
    int width = sketch.width();
    int height = sketch.height();
    int reach = Math.max(1, Math.min(width, height) / 8);
    double[] sums = new double[(width + 1) * (height + 1)];
    int[] counts = new int[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double sum = 0;
      int count = 0;
      for (int x = 0; x < width; x++) {
        float grey = sketch.data()[y * width + x];
        if (grey >= dark) {
          sum += grey;
          count++;
        }
        int at = (y + 1) * (width + 1) + x + 1;
        sums[at] = sums[at - width - 1] + sum;
        counts[at] = counts[at - width - 1] + count;
      }
    }
    float[] tone = new float[width * height];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach) * (width + 1);
      int bottom = Math.min(height, y + reach + 1) * (width + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        int count =
            counts[bottom + right]
                - counts[bottom + left]
                - counts[top + right]
                + counts[top + left];
        double sum =
            sums[bottom + right] - sums[bottom + left] - sums[top + right] + sums[top + left];
        tone[y * width + x] = count == 0 ? 1 : Math.max(dark, Math.min(1f, (float) (sum / count)));
      }
    }
    return tone;
  }
}
