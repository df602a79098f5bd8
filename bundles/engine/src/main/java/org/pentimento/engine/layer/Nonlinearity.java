package org.pentimento.engine.layer;

import java.util.List;
import java.util.Locale;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/** What a layer does to each of its weighted sums z. */
public enum Nonlinearity {
  /** Nothing. */
  IDENTITY,
  /** max(0, z). */
  RELU,
  /** z for z above 0, else 0.2 z. The output has the sign of z. */
  LEAKY_RELU,
  /** 1 / (1 + exp(-z)); its derivative is y (1 - y). */
  SIGMOID,
  /** The hyperbolic tangent; its derivative is 1 - y². */
  TANH;

  /** The slope of {@link #LEAKY_RELU} below 0. */
  public static final double SLOPE = 0.2;

  /**
   * Slope below 0 of a nonlinearity that is a straight line there and has the slope 1 above.
   *
   * @throws IllegalArgumentException if it is curved
   */
  public double slopeBelow() {
    return switch (this) {
      case IDENTITY -> 1;
      case RELU -> 0;
      case LEAKY_RELU -> SLOPE;
      case SIGMOID, TANH -> throw new IllegalArgumentException(this + " is curved");
    };
  }

  /** Adds it to a graph; returns the name of the output. */
  public String addTo(OnnxGraph graph, String z) {
    List<String> inputs = List.of(z);
    String name = z + "." + name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case IDENTITY -> z;
      case RELU -> graph.add("Relu", name, inputs);
      case LEAKY_RELU -> graph.add("LeakyRelu", name, inputs, Attribute.of("alpha", (float) SLOPE));
      case SIGMOID -> graph.add("Sigmoid", name, inputs);
      case TANH -> graph.add("Tanh", name, inputs);
    };
  }
}
