package org.pentimento.model.child.gradient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;

/** Operators that put numbers at other places, or several times. */
final class Arrangements {
  private static final int LAST_STEP = 4;

  private Arrangements() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("Reshape", Arrangements::reshape),
          Map.entry("Flatten", Arrangements::reshape),
          Map.entry("Squeeze", Arrangements::reshape),
          Map.entry("Unsqueeze", Arrangements::reshape),
          Map.entry("Transpose", Arrangements::transpose),
          Map.entry("Expand", Arrangements::expand),
          Map.entry("Tile", Arrangements::tile),
          Map.entry("Concat", Arrangements::concatenation),
          Map.entry("Split", Arrangements::split),
          Map.entry("Slice", Arrangements::slice),
          Map.entry("DepthToSpace", Arrangements::depthToSpace),
          Map.entry("SpaceToDepth", Arrangements::spaceToDepth),
          Map.entry("MaxPool", Arrangements::largest));

  private static void reshape(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    to.give(node.input(0), to.reshaped(gradient, to.shape(node.input(0))));
  }

  private static void transpose(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    int n = to.shape(node.input(0)).size();
    long[] backwards = new long[n];
    for (int i = 0; i < n; i++) {
      backwards[i] = n - 1 - i;
    }
    long[] order = node.numbers("perm", backwards);
    long[] inverse = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[Rule.axis(order[i], to.shape(node.input(0)))] = i;
    }
    to.give(node.input(0), to.add("Transpose", List.of(gradient), Attribute.of("perm", inverse)));
  }

  private static void expand(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    to.give(node.input(0), to.gathered(gradient, to.shape(node.output()), to.shape(node.input(0))));
  }

  private static void tile(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    List<Integer> one = to.shape(node.input(0));
    List<Integer> all = to.shape(node.output());
    List<Integer> apart = new ArrayList<>();
    List<Integer> times = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      times.add(apart.size());
      apart.add(all.get(i) / Math.max(1, one.get(i)));
      apart.add(one.get(i));
    }
    String sum =
        to.add(
            "ReduceSum",
            List.of(to.reshaped(gradient, apart), to.integers(times)),
            Attribute.of("keepdims", 0));
    to.give(node.input(0), sum);
  }

  private static void concatenation(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    int axis = Rule.axis(node.number("axis", 1), to.shape(node.output()));
    List<Integer> sizes = new ArrayList<>();
    for (String input : node.inputs()) {
      sizes.add(to.shape(input).get(axis));
    }
    List<String> parts =
        to.add(
            "Split",
            sizes.size(),
            List.of(gradient, to.integers(sizes)),
            List.of(Attribute.of("axis", axis)));
    for (int i = 0; i < parts.size(); i++) {
      to.give(node.input(i), parts.get(i));
    }
  }

  /** Gradients of the parts one after the other, with zeros for those that nothing came from. */
  private static void split(OnnxNode node, String first, Reverse to) throws NoGradientException {
    int axis = Rule.axis(node.number("axis", 0), to.shape(node.input(0)));
    List<String> parts = new ArrayList<>();
    for (String output : node.outputs()) {
      String gradient = to.gradient(output);
      List<Integer> shape = to.shape(output);
      parts.add(gradient == null ? to.spread(to.number(0), shape) : gradient);
    }
    to.give(node.input(0), to.add("Concat", parts, Attribute.of("axis", axis)));
  }

  /** Zeros around what was cut out. */
  private static void slice(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    List<Integer> all = to.shape(node.input(0));
    List<Integer> part = to.shape(node.output());
    long[] starts = to.whole(node, 1, "starts");
    long[] axes = to.whole(node, 3, "axes");
    for (long step : to.whole(node, LAST_STEP, "steps")) {
      if (step != 1) {
        throw Rule.unknown(node, "leaves numbers out");
      }
    }
    List<Integer> pads = new ArrayList<>(Collections.nCopies(2 * all.size(), 0));
    for (int i = 0; i < starts.length; i++) {
      int axis = axes.length == 0 ? i : Rule.axis(axes[i], all);
      int size = all.get(axis);
      int start = (int) Math.max(0, Math.min(size, starts[i] < 0 ? starts[i] + size : starts[i]));
      pads.set(axis, start);
      pads.set(all.size() + axis, size - start - part.get(axis));
    }
    to.give(node.input(0), to.add("Pad", List.of(gradient, to.integers(pads))));
  }

  private static String moved(
      Reverse to, String value, List<Integer> apart, List<Integer> result, long... order) {
    String moved =
        to.add("Transpose", List.of(to.reshaped(value, apart)), Attribute.of("perm", order));
    return to.reshaped(moved, result);
  }

  private static void depthToSpace(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    List<Integer> deep = to.shape(node.input(0));
    int block = (int) node.number("blocksize", 1);
    List<Integer> apart =
        List.of(
            deep.get(0), to.shape(node.output()).get(1), deep.get(2), block, deep.get(3), block);
    boolean channelsFirst = node.word("mode", "DCR").equals("CRD");
    long[] order = channelsFirst ? new long[] {0, 1, 3, 5, 2, 4} : new long[] {0, 3, 5, 1, 2, 4};
    to.give(node.input(0), moved(to, gradient, apart, deep, order));
  }

  private static void spaceToDepth(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    List<Integer> wide = to.shape(node.input(0));
    List<Integer> deep = to.shape(node.output());
    int block = (int) node.number("blocksize", 1);
    List<Integer> apart = List.of(deep.get(0), block, block, wide.get(1), deep.get(2), deep.get(3));
    to.give(node.input(0), moved(to, gradient, apart, wide, 0, 3, 4, 1, 5, 2));
  }

  /** Each number of the gradient goes to where the largest one came from. */
  private static void largest(OnnxNode node, String gradient, Reverse to) throws IOException {
    if (node.number("storage_order", 0) != 0) {
      throw Rule.unknown(node, "counts columns first");
    }
    List<Integer> shape = to.shape(node.input(0));
    String places =
        to.add("MaxPool", 2, List.of(to.value(node, node.input(0))), node.copied()).get(1);
    int size = Tensor.size(shape);
    String sums =
        to.add(
            "ScatterElements",
            List.of(
                to.spread(to.number(0), List.of(size)),
                to.reshaped(places, List.of(-1)),
                to.reshaped(gradient, List.of(-1))),
            Attribute.of("axis", 0),
            Attribute.of("reduction", "add"));
    to.give(node.input(0), to.reshaped(sums, shape));
  }
}
