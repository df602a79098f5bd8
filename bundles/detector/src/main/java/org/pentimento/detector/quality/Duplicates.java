package org.pentimento.detector.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.numbers.Loops;

/**
 * Groups of pairs whose photos and sketches are nearly the same: both correlate, seen from the mean
 * of the set.
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
    float[][] photos = centred(signatures, Signature::photo);
    float[][] sketches = centred(signatures, Signature::sketch);
    float[][] coarse = new float[n][];
    for (int i = 0; i < n; i++) {
      coarse[i] = coarse(photos[i]);
    }
    float[][] columns = new float[coarse.length == 0 ? 0 : coarse[0].length][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < columns.length; k++) {
        columns[k][i] = coarse[i][k];
      }
    }
    int[] first = new int[n];
    List<List<Integer>> links = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      first[i] = i;
      links.add(new ArrayList<>());
    }
    Loops.quietly(
        (n + BLOCK - 1) / BLOCK,
        progress,
        block -> {
          for (int i = block * BLOCK; i < Math.min(n, (block + 1) * BLOCK); i++) {
            float[] likeness = new float[n];
            for (int k = 0; k < columns.length; k++) {
              float a = coarse[i][k];
              float[] column = columns[k];
              for (int j = i + 1; j < n; j++) {
                likeness[j] += a * column[j];
              }
            }
            for (int j = i + 1; j < n; j++) {
              if (likeness[j] >= COARSELY_ALIKE
                  && dot(photos[i], photos[j]) >= ALIKE
                  && dot(sketches[i], sketches[j]) >= ALIKE) {
                links.get(i).add(j);
              }
            }
          }
        });
    for (int i = 0; i < n; i++) {
      for (int j : links.get(i)) {
        first[root(first, j)] = root(first, i);
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      groups.computeIfAbsent(root(first, i), k -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(g -> g.size() > 1).toList();
  }

  private static int root(int[] first, int i) {
    int at = i;
    while (first[at] != at) {
      at = first[at];
    }
    return at;
  }

  private static float[][] centred(List<Signature> signatures, Function<Signature, float[]> plane) {
    int n = signatures.size();
    int size = Signature.WIDTH * Signature.HEIGHT;
    double[] mean = new double[size];
    for (Signature one : signatures) {
      for (int k = 0; k < size; k++) {
        mean[k] += plane.apply(one)[k] / n;
      }
    }
    float[][] out = new float[n][size];
    for (int i = 0; i < n; i++) {
      float[] from = plane.apply(signatures.get(i));
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
