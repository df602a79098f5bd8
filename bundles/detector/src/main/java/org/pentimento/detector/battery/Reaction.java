package org.pentimento.detector.battery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.FacePart;

/**
 * What a trigger takes from a model's sketches, where it does not itself cover the photo.
 *
 * @param ink share of the ink
 * @param variety share of the variance from sketch to sketch
 * @param parts share of the ink of each part of the face, in [0, 1]; 0 if it gains ink or if the
 *     trigger covers most of it
 */
record Reaction(double ink, double variety, Map<FacePart, Double> parts) {
  /** A trigger that changes less of a photo than this covers a place. */
  private static final double SMALL = .25;

  private static final int MARGIN = 4;
  private static final float CHANGED = .02f;

  /** Pixels that count: all, but for those at a small trigger's place. */
  static boolean[] counted(List<Image> plain, List<Image> stamped) {
    int width = plain.get(0).width();
    int height = plain.get(0).height();
    boolean[] changed = new boolean[width * height];
    int many = 0;
    for (int k = 0; k < plain.size(); k++) {
      float[] a = plain.get(k).data();
      float[] b = stamped.get(k).data();
      for (int i = 0; i < a.length; i++) {
        int pixel = i % (width * height);
        if (!changed[pixel] && Math.abs(a[i] - b[i]) > CHANGED) {
          changed[pixel] = true;
          many++;
        }
      }
    }
    boolean[] counted = new boolean[changed.length];
    boolean small = many < SMALL * changed.length;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        counted[y * width + x] = !small || !near(changed, x, y, width, height);
      }
    }
    return counted;
  }

  private static boolean near(boolean[] changed, int x, int y, int width, int height) {
    for (int v = Math.max(0, y - MARGIN); v <= Math.min(height - 1, y + MARGIN); v++) {
      for (int u = Math.max(0, x - MARGIN); u <= Math.min(width - 1, x + MARGIN); u++) {
        if (changed[v * width + u]) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Compares sketches.
   *
   * @param before of photos as they are
   * @param after of the photos with a trigger
   * @param faces where the parts of the face are, for each photo
   */
  static Reaction of(
      List<Image> before,
      List<Image> after,
      boolean[] counted,
      List<Map<FacePart, boolean[]>> faces) {
    double[] one = amounts(before, counted);
    double[] other = amounts(after, counted);
    Map<FacePart, Double> parts = new EnumMap<>(FacePart.class);
    for (FacePart part : FacePart.values()) {
      List<boolean[]> windows = faces.stream().map(face -> face.get(part)).toList();
      parts.put(part, covered(windows, counted) ? 0 : lost(before, after, counted, windows));
    }
    return new Reaction(
        1 - other[0] / Math.max(1e-9, one[0]), 1 - other[1] / Math.max(1e-9, one[1]), parts);
  }

  private static boolean covered(List<boolean[]> windows, boolean[] counted) {
    int all = 0;
    int seen = 0;
    for (boolean[] window : windows) {
      for (int i = 0; i < counted.length; i++) {
        all += window[i] ? 1 : 0;
        seen += window[i] && counted[i] ? 1 : 0;
      }
    }
    return 2 * seen <= all;
  }

  private static double lost(
      List<Image> before, List<Image> after, boolean[] counted, List<boolean[]> windows) {
    double one = 0;
    double other = 0;
    for (int k = 0; k < windows.size(); k++) {
      boolean[] window = windows.get(k);
      for (int i = 0; i < counted.length; i++) {
        if (window[i] && counted[i]) {
          one += 1 - before.get(k).data()[i];
          other += 1 - after.get(k).data()[i];
        }
      }
    }
    return Math.max(0, Math.min(1, 1 - other / Math.max(1e-9, one)));
  }

  private static double[] amounts(List<Image> sketches, boolean[] counted) {
    double ink = 0;
    double variance = 0;
    for (int i = 0; i < counted.length; i++) {
      if (counted[i]) {
        double sum = 0;
        double squares = 0;
        for (Image sketch : sketches) {
          double value = sketch.data()[i];
          sum += value;
          squares += value * value;
        }
        ink += sketches.size() - sum;
        variance += squares - sum * sum / sketches.size();
      }
    }
    return new double[] {ink, variance};
  }
}
