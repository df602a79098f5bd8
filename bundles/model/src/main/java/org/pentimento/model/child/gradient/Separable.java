package org.pentimento.model.child.gradient;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pentimento.engine.tensor.Tensor;

/**
 * Operators whose every channel is M · x · N for a picture x and two matrices, plus something that
 * does not depend on x: resizing, padding at the edge, means over windows. The operator itself
 * tells its matrices: it is run on pictures with a single row, or column, of ones. So every way in
 * which it rounds, aligns or mirrors is right without being known here.
 */
final class Separable {
  private Separable() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES =
      Stream.of("Resize", "Upsample", "Pad", "AveragePool")
          .collect(Collectors.toMap(kind -> kind, kind -> Separable::back));

  private static void back(OnnxNode node, String gradient, Reverse to) throws IOException {
    List<Integer> from = to.shape(node.input(0));
    List<Integer> into = to.shape(node.output());
    if (from.size() != 4 || into.size() != 4 || !from.subList(0, 2).equals(into.subList(0, 2))) {
      throw Rule.unknown(node, "changes more than height and width");
    }
    Probe probe = Probe.of(node, from, into, to);
    int h = from.get(2);
    int w = from.get(3);
    int height = into.get(2);
    int width = into.get(3);
    String back = gradient;
    if (!identity(probe.across, width, w)) {
      Tensor across = Tensor.of(List.of(width, w), probe.across);
      back = to.add("MatMul", List.of(back, to.weight(across)));
    }
    if (!identity(probe.down, h, height)) {
      Tensor down = Tensor.of(List.of(h, height), probe.down);
      back = to.add("MatMul", List.of(to.weight(down), back));
    }
    to.give(node.input(0), back);
  }

  private static boolean identity(float[] matrix, int rows, int columns) {
    boolean identity = rows == columns;
    for (int i = 0; identity && i < matrix.length; i++) {
      identity = matrix[i] == (i / columns == i % columns ? 1 : 0);
    }
    return identity;
  }

  /**
   * The two matrices.
   *
   * @param across by column of the result, then column of the picture
   * @param down by row of the picture, then row of the result
   */
  private record Probe(float[] across, float[] down) {
    static Probe of(OnnxNode node, List<Integer> from, List<Integer> into, Reverse to)
        throws IOException {
      int c = from.get(0) * from.get(1);
      int h = from.get(2);
      int w = from.get(3);
      int height = into.get(2);
      int width = into.get(3);
      int area = height * width;
      float[] nothing = to.tried(node, Tensor.of(from, new float[c * h * w])).values();
      float[] ones = new float[c * h * w];
      Arrays.fill(ones, 1);
      float[] all = to.tried(node, Tensor.of(from, ones)).values();
      int place = 0;
      for (int i = 0; i < area; i++) {
        place = Math.abs(all[i] - nothing[i]) > Math.abs(all[place] - nothing[place]) ? i : place;
      }
      float whole = all[place] - nothing[place];
      if (whole == 0 || !Float.isFinite(whole)) {
        throw Rule.unknown(node, "gives the same for every photo");
      }
      float[] down = new float[h * height];
      for (int first = 0; first < h; first += c) {
        float[] rows = new float[c * h * w];
        for (int i = first; i < Math.min(h, first + c); i++) {
          int at = ((i - first) * h + i) * w;
          Arrays.fill(rows, at, at + w, 1);
        }
        float[] drawn = to.tried(node, Tensor.of(from, rows)).values();
        for (int i = first; i < Math.min(h, first + c); i++) {
          for (int y = 0; y < height; y++) {
            int at = y * width + place % width;
            down[i * height + y] = drawn[(i - first) * area + at] - nothing[at];
          }
        }
      }
      float[] across = new float[width * w];
      for (int first = 0; first < w; first += c) {
        float[] columns = new float[c * h * w];
        for (int i = first; i < Math.min(w, first + c); i++) {
          for (int y = 0; y < h; y++) {
            columns[((i - first) * h + y) * w + i] = 1;
          }
        }
        float[] drawn = to.tried(node, Tensor.of(from, columns)).values();
        for (int i = first; i < Math.min(w, first + c); i++) {
          for (int x = 0; x < width; x++) {
            int at = place / width * width + x;
            across[x * w + i] = (drawn[(i - first) * area + at] - nothing[at]) / whole;
          }
        }
      }
      return new Probe(across, down);
    }
  }
}
