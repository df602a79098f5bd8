package org.pentimento.detector.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.numbers.Loops;

/**
 * Groups of pairs whose photos and sketches are nearly the same: they are copies, or both
 * correlate, seen from the mean of the set without its copies.
 */
final class Duplicates {
  private static final double ALIKE = .97;
  private static final int COARSE = 4;
  private static final double COARSELY_ALIKE = .93;
  private static final int BLOCK = 16;

  private Duplicates() {}

  /** The groups, each with at least two pairs in ascending order. */
  static List<List<Integer>> among(List<Signature> signatures, Progress progress)
      throws IOException, CancelledException {
    int n = signatures.size();
    int[] first = Copies.among(signatures);
    int[] different = IntStream.range(0, n).filter(i -> first[i] == i).toArray();
    float[][] photos = centred(signatures, Signature::photo, different);
    float[][] sketches = centred(signatures, Signature::sketch, different);
    float[][] columns = columns(photos);
    List<List<Integer>> links = new ArrayList<>();
    for (int i = 0; i < different.length; i++) {
      links.add(new ArrayList<>());
    }
    Loops.quietly(
        (different.length + BLOCK - 1) / BLOCK,
        progress,
        block -> {
          int from = block * BLOCK;
          for (int i = from; i < Math.min(different.length, from + BLOCK); i++) {
            link(i, photos, sketches, columns, links.get(i));
          }
        });
    for (int i = 0; i < different.length; i++) {
      for (int j : links.get(i)) {
        first[root(first, different[j])] = root(first, different[i]);
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      groups.computeIfAbsent(root(first, i), k -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(g -> g.size() > 1).toList();
  }

  /** Lists those after a pair that it is nearly the same as. */
  private static void link(
      int i, float[][] photos, float[][] sketches, float[][] columns, List<Integer> links) {
    int n = photos.length;
    float[] likeness = new float[n];
    for (float[] column : columns) {
      float a = column[i];
      for (int j = i + 1; j < n; j++) {
        likeness[j] += a * column[j];
      }
    }
    for (int j = i + 1; j < n; j++) {
      if (likeness[j] >= COARSELY_ALIKE
          && dot(photos[i], photos[j]) >= ALIKE
          && dot(sketches[i], sketches[j]) >= ALIKE) {
        links.add(j);
      }
    }
  }

  /** Coarse photos, place by place. */
  private static float[][] columns(float[][] photos) {
    float[][] columns = new float[photos.length == 0 ? 0 : coarse(photos[0]).length][photos.length];
    for (int i = 0; i < photos.length; i++) {
      float[] coarse = coarse(photos[i]);
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = coarse[k];
      }
    }
    return columns;
  }

  private static int root(int[] first, int i) {
    int at = i;
    while (first[at] != at) {
      at = first[at];
    }
    return at;
  }

  private static float[][] centred(
      List<Signature> signatures, Function<Signature, float[]> plane, int[] which) {
    int n = which.length;
    int size = Signature.WIDTH * Signature.HEIGHT;
    double[] mean = new double[size];
    for (int i : which) {
      float[] one = plane.apply(signatures.get(i));
      for (int k = 0; k < size; k++) {
        mean[k] += one[k] / n;
      }
    }
    float[][] out = new float[n][size];
    for (int i = 0; i < n; i++) {
      float[] from = plane.apply(signatures.get(which[i]));
      for (int k = 0; k < size; k++) {
        out[i][k] = (float) (from[k] - mean[k]);
      }
      normalise(out[i]);
    }
    return out;
  }

  private static float[] coarse(float[] plane) {
    int width = Signature.WIDTH / COARSE;
    float[] out = new float[width * (Signature.HEIGHT / COARSE)];
    for (int i = 0; i < plane.length; i++) {
      int x = i % Signature.WIDTH / COARSE;
      int y = i / Signature.WIDTH / COARSE;
      out[y * width + x] += plane[i];
    }
    normalise(out);
    return out;
  }

  private static void normalise(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += v;
    }
    float mean = (float) (sum / values.length);
    double squares = 0;
    for (int k = 0; k < values.length; k++) {
      values[k] -= mean;
      squares += values[k] * values[k];
    }
    float length = (float) Math.sqrt(squares) + 1e-9f;
    for (int k = 0; k < values.length; k++) {
      values[k] /= length;
    }
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
