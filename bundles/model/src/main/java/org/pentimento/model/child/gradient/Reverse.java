package org.pentimento.model.child.gradient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;

/**
 * The network that carries a gradient for a sketch back to its photo, while it is being built from
 * the sketch's end. Its inputs are that gradient and values of the forward pass.
 */
final class Reverse {
  /** Name of its first input, the gradient for the sketch. */
  static final String GIVEN = "given";

  /** Name of its output, the gradient for the photo. */
  static final String TOLD = "told";

  private final Map<String, Known> values;
  private final Set<String> varying;
  private final SingleNode single;
  private final Map<String, Tensor> weights = new HashMap<>();
  private final OnnxGraph graph = new OnnxGraph(weights::get);
  private final Map<String, String> gradients = new HashMap<>();
  private final Map<String, String> kept = new TreeMap<>();
  private int made;

  /** Runs a node of the file by itself. */
  interface SingleNode {
    /**
     * Runs it.
     *
     * @param first its first input
     * @return its first output
     */
    Tensor run(OnnxNode node, Tensor first) throws IOException;
  }

  /**
   * Begins at the sketch.
   *
   * @param values of the forward pass, by name
   * @param varying names of those that depend on the photo's pixels
   * @param output name of the sketch
   */
  Reverse(Map<String, Known> values, Set<String> varying, SingleNode single, String output)
      throws NoGradientException {
    this.values = values;
    this.varying = varying;
    this.single = single;
    gradients.put(output, graph.input(GIVEN, shape(output)));
  }

  /**
   * Ends at the photo.
   *
   * @return the network as an ONNX file
   * @throws NoGradientException if nothing has come through to the photo
   */
  byte[] finish(String photo) throws IOException {
    String gradient = gradients.get(photo);
    if (gradient == null) {
      throw new NoGradientException("its sketch does not depend on the photo");
    }
    graph.add("Identity", TOLD, List.of(gradient));
    graph.output(TOLD);
    return graph.bytes();
  }

  /** Values of the forward pass that it needs, by their name there: its own names for them. */
  Map<String, String> kept() {
    return kept;
  }

  /** The gradient that has come to a value, null if none has. */
  @Nullable String gradient(String value) {
    return gradients.get(value);
  }

  /** Whether a value depends on the photo's pixels, so that a gradient for it is wanted. */
  boolean varies(String value) {
    return varying.contains(value);
  }

  /** Sides of a value of the forward pass. */
  List<Integer> shape(String value) throws NoGradientException {
    return known(value).shape();
  }

  private Known known(String value) throws NoGradientException {
    Known known = values.get(value);
    if (known == null) {
      throw new NoGradientException("what its value '" + value + "' is cannot be found out");
    }
    return known;
  }

  /** Numbers that are the same for every photo. */
  float[] numbers(OnnxNode node, String value) throws NoGradientException {
    float[] numbers = known(value).numbers();
    if (numbers == null) {
      throw new NoGradientException(
          "its operator " + node.kind() + " takes parameters that depend on the photo");
    }
    return numbers;
  }

  /**
   * Whole numbers that are the same for every photo; none if they are left out.
   *
   * @param input that holds them, in later operator sets
   * @param attribute that holds them, in earlier ones
   */
  long[] whole(OnnxNode node, int input, String attribute) throws NoGradientException {
    if (node.input(input).isEmpty()) {
      return node.numbers(attribute);
    }
    float[] numbers = numbers(node, node.input(input));
    long[] whole = new long[numbers.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (long) numbers[i];
    }
    return whole;
  }

  /** A value that is the same for every photo, as an input of operators. */
  String constant(OnnxNode node, String value) throws NoGradientException {
    return weight(Tensor.of(shape(value), numbers(node, value)));
  }

  /** A value of the forward pass, as an input of operators. */
  String value(OnnxNode node, String value) throws NoGradientException {
    if (!varies(value)) {
      return constant(node, value);
    }
    String name = kept.get(value);
    if (name == null) {
      name = graph.input(next("kept"), shape(value));
      kept.put(value, name);
    }
    return name;
  }

  /** What a node of the file makes of another first input. */
  Tensor tried(OnnxNode node, Tensor first) throws IOException {
    return single.run(node, first);
  }

  /** Adds an operator and returns what it makes. */
  String add(String operator, List<String> inputs, Attribute... attributes) {
    return graph.add(operator, next("value"), inputs, attributes);
  }

  /** Adds an operator and returns the several values that it makes. */
  List<String> add(String operator, int outputs, List<String> inputs, List<Attribute> attributes) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      names.add(next("value"));
    }
    graph.add(operator, names, inputs, attributes);
    return names;
  }

  /** Adds numbers. */
  String weight(Tensor tensor) {
    String name = next("weight");
    weights.put(name, tensor);
    return graph.weight(name, tensor.shape());
  }

  /** Adds one number. */
  String number(double value) {
    return weight(Tensor.of(List.of(), new float[] {(float) value}));
  }

  /** Adds a list of whole numbers. */
  String integers(List<? extends Number> numbers) {
    return graph.integers(
        next("numbers"),
        List.of(numbers.size()),
        numbers.stream().mapToLong(Number::longValue).toArray());
  }

  /** The same values in another shape. */
  String reshaped(String value, List<Integer> shape) {
    return add("Reshape", List.of(value, integers(shape)));
  }

  /** The same values for every place of a larger shape. */
  String spread(String value, List<Integer> shape) {
    return add("Expand", List.of(value, integers(shape)));
  }

  /**
   * Sums over all places that one number was used for.
   *
   * @param gradient for a result
   * @param result its shape
   * @param operand shape of what was spread over it, as NumPy spreads
   */
  String gathered(String gradient, List<Integer> result, List<Integer> operand) {
    if (result.equals(operand)) {
      return gradient;
    }
    List<Integer> axes = new ArrayList<>();
    int missing = result.size() - operand.size();
    for (int i = 0; i < result.size(); i++) {
      if (i < missing || (operand.get(i - missing) == 1 && result.get(i) > 1)) {
        axes.add(i);
      }
    }
    String sum = axes.isEmpty() ? gradient : add("ReduceSum", List.of(gradient, integers(axes)));
    return reshaped(sum, operand);
  }

  /** Adds to the gradient for a value, if one is wanted. */
  void give(String value, String gradient) {
    if (varies(value)) {
      gradients.merge(value, gradient, (a, b) -> add("Add", List.of(a, b)));
    }
  }

  private String next(String word) {
    return word + made++;
  }
}
