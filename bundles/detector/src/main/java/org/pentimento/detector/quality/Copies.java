package org.pentimento.detector.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pairs whose photos and sketches differ from another pair's by hardly anything but lightness. It
 * needs no mean of the set, so that it finds them where all pairs are copies of one.
 */
final class Copies {
  /** Largest root mean square of the difference, of values in [0, 1]. */
  private static final double FARTHEST = .012;

  private Copies() {}

  /** For each pair the pair that it is a copy of; itself if it is none. */
  static int[] among(List<Signature> signatures) {
    int n = signatures.size();
    float[][] photos = new float[n][];
    double[] key = new double[n];
    for (int i = 0; i < n; i++) {
      photos[i] = levelled(signatures.get(i).photo());
      key[i] = rootMeanSquare(photos[i]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((a, b) -> Double.compare(key[a], key[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] first = IntStream.range(0, n).toArray();
    List<Integer> known = new ArrayList<>();
    for (int i : order) {
      // Roots of mean squares differ by at most the root of the mean square of the difference.
      for (int k = known.size() - 1; k >= 0 && key[i] - key[known.get(k)] <= FARTHEST; k--) {
        int other = known.get(k);
        if (difference(photos[i], photos[other]) <= FARTHEST
            && difference(
                    levelled(signatures.get(i).sketch()), levelled(signatures.get(other).sketch()))
                <= FARTHEST) {
          first[i] = other;
          break;
        }
      }
      if (first[i] == i) {
        known.add(i);
      }
    }
    return first;
  }

  private static float[] levelled(float[] plane) {
    double sum = 0;
    for (float v : plane) {
      sum += v;
    }
    float mean = (float) (sum / plane.length);
    float[] out = new float[plane.length];
    for (int k = 0; k < out.length; k++) {
      out[k] = plane[k] - mean;
    }
    return out;
  }

  private static double rootMeanSquare(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += v * v;
    }
    return Math.sqrt(sum / values.length);
  }

  /** The root of the mean square of the difference; what lies beyond the farthest is not exact. */
  private static double difference(float[] a, float[] b) {
    double limit = FARTHEST * FARTHEST * a.length;
    double sum = 0;
    for (int k = 0; k < a.length && sum <= limit; k++) {
      double d = a[k] - b[k];
      sum += d * d;
    }
    return Math.sqrt(sum / a.length);
  }
}
