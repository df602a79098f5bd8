package org.pentimento.model.child.gradient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;

/** Convolutions and their opposite, of any number of dimensions. */
final class Convolutions {
  private Convolutions() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES =
      Map.of("Conv", Convolutions::convolution, "ConvTranspose", Convolutions::transposed);

  /** Where a convolution looks, dimension by dimension. */
  private record Geometry(long[] strides, long[] dilations, long[] pads, long[] extents) {
    /**
     * Of a node.
     *
     * @param large shape of what the window moves over
     * @param small shape of what it gives, one number a place
     */
    static Geometry of(
        OnnxNode node, List<Integer> kernel, List<Integer> large, List<Integer> small)
        throws NoGradientException {
      int n = kernel.size() - 2;
      if (n < 1 || large.size() != n + 2 || small.size() != n + 2) {
        throw Rule.unknown(node, "works on other shapes than pictures");
      }
      long[] ones = new long[n];
      Arrays.fill(ones, 1);
      long[] strides = node.numbers("strides", ones);
      long[] dilations = node.numbers("dilations", ones);
      long[] pads = node.numbers("pads", new long[2 * n]);
      if (strides.length != n || dilations.length != n || pads.length != 2 * n) {
        throw Rule.unknown(node, "has strides, dilations or pads of another number of dimensions");
      }
      String automatic = node.word("auto_pad", "NOTSET");
      long[] extents = new long[n];
      for (int i = 0; i < n; i++) {
        extents[i] = (kernel.get(i + 2) - 1) * dilations[i] + 1;
        long both = (small.get(i + 2) - 1) * strides[i] + extents[i] - large.get(i + 2);
        switch (automatic) {
          case "SAME_UPPER", "SAME_LOWER" -> {
            long all = Math.max(0, both);
            pads[i] = automatic.equals("SAME_UPPER") ? all / 2 : all - all / 2;
            pads[n + i] = all - pads[i];
          }
          case "VALID" -> {
            pads[i] = 0;
            pads[n + i] = 0;
          }
          default -> {}
        }
      }
      return new Geometry(strides, dilations, pads, extents);
    }

    /** Whether a plain convolution goes back, which is faster than a transposed one. */
    boolean dense() {
      boolean dense = true;
      for (int i = 0; i < strides.length; i++) {
        dense &= strides[i] == 1 && pads[i] < extents[i] && pads[strides.length + i] < extents[i];
      }
      return dense;
    }

    List<Attribute> attributes(long[] padded) {
      return List.of(
          Attribute.of("strides", strides),
          Attribute.of("dilations", dilations),
          Attribute.of("pads", padded));
    }

    /** Pads of the plain convolution that goes back. */
    long[] opposite() {
      long[] opposite = pads.clone();
      for (int i = 0; i < opposite.length; i++) {
        opposite[i] = extents[i % extents.length] - 1 - pads[i];
      }
      return opposite;
    }

    /** What the last step of the window left over at the far end. */
    long[] rest(List<Integer> large, List<Integer> small) {
      long[] rest = new long[strides.length];
      for (int i = 0; i < rest.length; i++) {
        rest[i] =
            large.get(i + 2)
                + pads[i]
                + pads[rest.length + i]
                - ((small.get(i + 2) - 1) * strides[i] + extents[i]);
      }
      return rest;
    }
  }

  private static void convolution(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    to.numbers(node, node.input(1));
    List<Integer> kernel = to.shape(node.input(1));
    List<Integer> large = to.shape(node.input(0));
    List<Integer> small = to.shape(node.output());
    Geometry geometry = Geometry.of(node, kernel, large, small);
    long groups = node.number("group", 1);
    if (groups == 1 && geometry.dense()) {
      String mirrored = to.weight(mirrored(to.numbers(node, node.input(1)), kernel));
      to.give(
          node.input(0),
          add(to, "Conv", gradient, mirrored, geometry.attributes(geometry.opposite())));
      return;
    }
    List<Attribute> attributes = new ArrayList<>(geometry.attributes(geometry.pads()));
    attributes.add(Attribute.of("group", groups));
    long[] rest = geometry.rest(large, small);
    long[] clamped = rest.clone();
    for (int i = 0; i < rest.length; i++) {
      if (rest[i] < 0) {
        throw Rule.unknown(node, "has pads that do not fit its shapes");
      }
      clamped[i] = Math.min(rest[i], geometry.strides()[i] - 1);
    }
    attributes.add(Attribute.of("output_padding", clamped));
    if (!Arrays.equals(rest, clamped)) {
      throw Rule.unknown(node, "has pads that do not fit its shapes");
    }
    String weights = to.constant(node, node.input(1));
    to.give(node.input(0), add(to, "ConvTranspose", gradient, weights, attributes));
  }

  private static void transposed(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    List<Integer> kernel = to.shape(node.input(1));
    List<Integer> small = to.shape(node.input(0));
    List<Integer> large = to.shape(node.output());
    if (node.attributes().containsKey("output_shape")) {
      throw Rule.unknown(node, "states the shape of its result");
    }
    Geometry geometry = Geometry.of(node, kernel, large, small);
    List<Attribute> attributes = new ArrayList<>(geometry.attributes(geometry.pads()));
    attributes.add(Attribute.of("group", node.number("group", 1)));
    String weights = to.constant(node, node.input(1));
    to.give(node.input(0), add(to, "Conv", gradient, weights, attributes));
  }

  private static String add(
      Reverse to, String operator, String data, String weights, List<Attribute> attributes) {
    return to.add(operator, 1, List.of(data, weights), attributes).get(0);
  }

  /** Inputs and outputs exchanged, and each kernel read from its end. */
  private static Tensor mirrored(float[] weights, List<Integer> shape) {
    int outputs = shape.get(0);
    int inputs = shape.get(1);
    int places = weights.length / (outputs * inputs);
    float[] values = new float[weights.length];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        for (int p = 0; p < places; p++) {
          values[(i * outputs + o) * places + places - 1 - p] =
              weights[(o * inputs + i) * places + p];
        }
      }
    }
    List<Integer> exchanged = new ArrayList<>(shape);
    exchanged.set(0, inputs);
    exchanged.set(1, outputs);
    return Tensor.of(exchanged, values);
  }
}
