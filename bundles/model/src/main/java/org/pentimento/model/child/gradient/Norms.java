package org.pentimento.model.child.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;

/** Operators that bring channels to a mean and a spread, and means themselves. */
final class Norms {
  private static final float EPSILON = 1e-5f;

  private Norms() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES =
      Map.of(
          "BatchNormalization", Norms::batch,
          "InstanceNormalization", Norms::instance,
          "GlobalAveragePool", (n, g, to) -> mean(n, g, to, pixels(to.shape(n.input(0)))),
          "ReduceMean", (n, g, to) -> mean(n, g, to, axes(n, to)),
          "LayerNormalization", Norms::layer,
          "Softmax", Norms::softmax);

  /** With the statistics that the training left: a multiplication. */
  private static void batch(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    if (node.number("training_mode", 0) != 0) {
      throw Rule.unknown(node, "takes statistics of what it is given");
    }
    float[] scale = to.numbers(node, node.input(1));
    float[] variance = to.numbers(node, node.input(4));
    if (scale.length != variance.length) {
      throw Rule.unknown(node, "has statistics of another number of channels");
    }
    float[] factors = new float[scale.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) (scale[i] / Math.sqrt(variance[i] + node.real("epsilon", EPSILON)));
    }
    String factor = to.weight(Tensor.of(sides(factors.length, to.shape(node.output())), factors));
    to.give(node.input(0), to.add("Mul", List.of(gradient, factor)));
  }

  /** One number a channel: [1, channels, 1, …]. */
  private static List<Integer> sides(int channels, List<Integer> shape) {
    List<Integer> sides = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      sides.add(i == 1 ? channels : 1);
    }
    return sides;
  }

  /** All dimensions but batch and channels. */
  private static List<Integer> pixels(List<Integer> shape) {
    List<Integer> axes = new ArrayList<>();
    for (int i = 2; i < shape.size(); i++) {
      axes.add(i);
    }
    return axes;
  }

  private static String mean(Reverse to, String value, List<Integer> axes) {
    return to.add(
        "ReduceMean",
        List.of(value),
        Attribute.of("axes", axes.stream().mapToLong(Integer::longValue).toArray()));
  }

  private static String times(Reverse to, String a, String b) {
    return to.add("Mul", List.of(a, b));
  }

  /** With the statistics of each channel of the very photo, which change with it too. */
  private static void instance(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    List<Integer> shape = to.shape(node.input(0));
    float[] scale = to.numbers(node, node.input(1));
    String factor = to.weight(Tensor.of(sides(scale.length, shape), scale));
    normed(node, times(to, gradient, factor), to, pixels(shape));
  }

  /** With the statistics of the last dimensions. */
  private static void layer(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    List<Integer> shape = to.shape(node.input(0));
    List<Integer> axes = new ArrayList<>();
    for (int i = Rule.axis(node.number("axis", -1), shape); i < shape.size(); i++) {
      axes.add(i);
    }
    normed(node, times(to, gradient, to.constant(node, node.input(1))), to, axes);
  }

  /**
   * Through (x - mean) / spread.
   *
   * @param gradient for what comes out of it
   * @param axes over which mean and spread are taken
   */
  private static void normed(OnnxNode node, String gradient, Reverse to, List<Integer> axes)
      throws NoGradientException {
    String x = to.value(node, node.input(0));
    String centred = to.add("Sub", List.of(x, mean(to, x, axes)));
    String variance = mean(to, times(to, centred, centred), axes);
    String epsilon = to.number(node.real("epsilon", EPSILON));
    String spread = to.add("Sqrt", List.of(to.add("Add", List.of(variance, epsilon))));
    String normed = to.add("Div", List.of(centred, spread));
    String own = to.add("Sub", List.of(gradient, mean(to, gradient, axes)));
    String shared = times(to, normed, mean(to, times(to, gradient, normed), axes));
    String both = to.add("Sub", List.of(own, shared));
    to.give(node.input(0), to.add("Div", List.of(both, spread)));
  }

  private static List<Integer> axes(OnnxNode node, Reverse to) throws NoGradientException {
    List<Integer> shape = to.shape(node.input(0));
    List<Integer> axes = new ArrayList<>();
    for (long number : to.whole(node, 1, "axes")) {
      axes.add(Rule.axis(number, shape));
    }
    if (axes.isEmpty()) {
      for (int i = 0; i < shape.size(); i++) {
        axes.add(i);
      }
    }
    return axes;
  }

  private static void mean(OnnxNode node, String gradient, Reverse to, List<Integer> axes)
      throws NoGradientException {
    List<Integer> shape = to.shape(node.input(0));
    List<Integer> kept = new ArrayList<>(shape);
    int places = 1;
    for (int axis : axes) {
      places *= shape.get(axis);
      kept.set(axis, 1);
    }
    String share = times(to, to.reshaped(gradient, kept), to.number(1. / places));
    to.give(node.input(0), to.spread(share, shape));
  }

  private static void softmax(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    int axis = Rule.axis(node.number("axis", -1), to.shape(node.output()));
    String y = to.value(node, node.output());
    String sum = to.add("ReduceSum", List.of(times(to, gradient, y), to.integers(List.of(axis))));
    to.give(node.input(0), times(to, y, to.add("Sub", List.of(gradient, sum))));
  }
}
