package org.pentimento.model.child.gradient;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.tensor.Tensor;

/**
 * Gradients of the network in an ONNX file: the file, out of which values between its operators are
 * led, and a network that carries a gradient back, built from its operators one by one. Laid out
 * for photos of one size at a time.
 */
public final class OnnxGradient implements AutoCloseable {
  private static final long LARGEST_FILE = 1L << 28;

  /** Operators that tell a shape, whatever the pixels are. */
  private static final Set<String> SHAPES = Set.of("Shape", "Size");

  private static final Map<String, Rule> RULES = rules();

  private final byte[] file;
  private final OnnxNodes nodes;
  private final Sessions sessions;
  private final String input;
  private final String output;
  private final Set<String> varying = new HashSet<>();
  private final List<OnnxNode> path = new ArrayList<>();
  private @Nullable Layout layout;

  private static Map<String, Rule> rules() {
    Map<String, Rule> rules = new HashMap<>(Pointwise.RULES);
    rules.putAll(Convolutions.RULES);
    rules.putAll(Norms.RULES);
    rules.putAll(Arrangements.RULES);
    rules.putAll(Separable.RULES);
    rules.putAll(Products.RULES);
    return rules;
  }

  /** Sessions for photos of one size. */
  private record Layout(
      List<Integer> shape, OrtSession forward, OrtSession backward, Map<String, String> kept) {
    void close() throws OrtException {
      forward.close();
      backward.close();
    }
  }

  private OnnxGradient(byte[] file, Sessions sessions, String input, String output)
      throws IOException {
    this.file = file;
    this.nodes = OnnxNodes.of(file);
    this.sessions = sessions;
    this.input = input;
    this.output = output;
  }

  /**
   * Looks at the operators between photo and sketch.
   *
   * @param input name of the photo in the network
   * @param output name of the sketch
   * @throws NoGradientException if one of them has no rule, naming it
   */
  public static OnnxGradient of(Path file, Sessions sessions, String input, String output)
      throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new NoGradientException("its file is larger than 256 MiB");
    }
    OnnxGradient gradient = new OnnxGradient(Files.readAllBytes(file), sessions, input, output);
    gradient.findPath();
    return gradient;
  }

  private void findPath() throws NoGradientException {
    varying.add(input);
    for (OnnxNode node : nodes.nodes()) {
      if (!SHAPES.contains(node.operator()) && node.inputs().stream().anyMatch(varying::contains)) {
        varying.addAll(node.outputs());
      }
    }
    varying.remove("");
    Set<String> wanted = new HashSet<>(Set.of(output));
    for (int i = nodes.nodes().size() - 1; i >= 0; i--) {
      OnnxNode node = nodes.nodes().get(i);
      if (node.outputs().stream().anyMatch(o -> varying.contains(o) && wanted.contains(o))) {
        path.add(node);
        wanted.addAll(node.inputs());
        if (!RULES.containsKey(node.kind())) {
          throw new NoGradientException("no gradient is known for its operator " + node.kind());
        }
      }
    }
    if (path.isEmpty()) {
      throw new NoGradientException("its sketch does not depend on the photo");
    }
  }

  /**
   * Draws a photo so that gradients can go back.
   *
   * @throws NoGradientException if they cannot, for a reason that only its values tell
   */
  public Pass forward(Tensor photo) throws IOException, OrtException {
    Layout now = layout;
    if (now == null || !now.shape.equals(photo.shape())) {
      close();
      now = lay(photo);
      layout = now;
    }
    Set<String> wanted = new HashSet<>(now.kept.keySet());
    wanted.remove(input);
    wanted.add(output);
    try (OnnxTensor given = tensor(photo)) {
      OrtSession.Result values = now.forward.run(Map.of(input, given), wanted);
      return new Pass(now.backward, now.kept, photo, values);
    }
  }

  /** A photo that was drawn. Holds native memory until closed. */
  public final class Pass implements AutoCloseable {
    private final OrtSession backward;
    private final Map<String, String> kept;
    private final Tensor photo;
    private final OrtSession.Result values;

    private Pass(
        OrtSession backward, Map<String, String> kept, Tensor photo, OrtSession.Result values) {
      this.backward = backward;
      this.kept = kept;
      this.photo = photo;
      this.values = values;
    }

    private OnnxTensor value(String name) throws NoGradientException {
      return floats(name, values);
    }

    /** The sketch. */
    public Tensor drawn() throws IOException {
      return read(value(output));
    }

    /**
     * Carries a gradient back.
     *
     * @param gradient for the sketch
     * @return the gradient for the photo
     */
    public Tensor back(Tensor gradient) throws IOException, OrtException {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      try (OnnxTensor given = tensor(gradient);
          OnnxTensor from = tensor(photo)) {
        inputs.put(Reverse.GIVEN, given);
        for (Map.Entry<String, String> one : kept.entrySet()) {
          inputs.put(one.getValue(), one.getKey().equals(input) ? from : value(one.getKey()));
        }
        try (OrtSession.Result told = backward.run(inputs)) {
          return read(floats(Reverse.TOLD, told));
        }
      }
    }

    @Override
    public void close() {
      values.close();
    }
  }

  private Layout lay(Tensor photo) throws IOException, OrtException {
    Map<String, Known> values = values(photo);
    Reverse reverse = new Reverse(values, varying, (node, x) -> alone(node, x, values), output);
    for (OnnxNode node : path) {
      String gradient = null;
      for (String made : node.outputs()) {
        gradient = gradient == null ? reverse.gradient(made) : gradient;
      }
      if (gradient != null) {
        if (node.outputs().size() > 1
            && !node.kind().equals("Split")
            && node.outputs().stream().skip(1).anyMatch(o -> reverse.gradient(o) != null)) {
          throw new NoGradientException(
              "no gradient is known for the second result of its operator " + node.kind());
        }
        Rule rule = RULES.get(node.kind());
        if (rule != null) {
          rule.back(node, gradient, reverse);
        }
      }
    }
    byte[] backward = reverse.finish(input);
    OrtSession forward = sessions.open(with(reverse.kept().keySet()));
    try {
      return new Layout(photo.shape(), forward, sessions.open(backward), reverse.kept());
    } catch (OrtException | IOException e) {
      forward.close();
      throw e;
    }
  }

  /** The file with further outputs. */
  private byte[] with(Set<String> names) throws IOException {
    OnnxGraph more = new OnnxGraph(name -> Tensor.vector());
    for (String name : names) {
      if (!nodes.outputs().contains(name) && !name.equals(input)) {
        more.output(name);
      }
    }
    return joined(more);
  }

  private byte[] joined(OnnxGraph more) throws IOException {
    byte[] supplement = more.supplement();
    byte[] joined = Arrays.copyOf(file, file.length + supplement.length);
    System.arraycopy(supplement, 0, joined, file.length, supplement.length);
    return joined;
  }

  /** Shapes of all values on the path for a photo, and the numbers of those that stay the same. */
  private Map<String, Known> values(Tensor photo) throws IOException, OrtException {
    Map<String, String> names = new HashMap<>();
    OnnxGraph more = new OnnxGraph(name -> Tensor.vector());
    for (OnnxNode node : path) {
      for (String value : both(node)) {
        if (!value.isEmpty() && !value.equals(input) && !names.containsKey(value)) {
          String name = value;
          if (nodes.weights().contains(value)) {
            // Only what an operator makes can leave a network.
            name = more.add("Identity", "pentimento/" + names.size(), List.of(value));
          }
          if (!nodes.outputs().contains(name)) {
            more.output(name);
          }
          names.put(value, name);
        }
      }
    }
    Map<String, Known> values = new HashMap<>();
    values.put(input, Known.varying(photo.shape()));
    try (OrtSession session = sessions.open(joined(more));
        OnnxTensor given = tensor(photo);
        OrtSession.Result all = session.run(Map.of(input, given))) {
      for (Map.Entry<String, String> entry : names.entrySet()) {
        if (all.get(entry.getValue()).orElse(null) instanceof OnnxTensor tensor) {
          String value = entry.getKey();
          values.put(
              value,
              varying.contains(value) ? Known.varying(shape(tensor)) : Known.constant(tensor));
        }
      }
    }
    return values;
  }

  private static List<String> both(OnnxNode node) {
    List<String> both = new ArrayList<>(node.inputs());
    both.addAll(node.outputs());
    return both;
  }

  /** The first output of a node by itself, for another first input. */
  private Tensor alone(OnnxNode node, Tensor x, Map<String, Known> values) throws IOException {
    Map<String, Tensor> weights = new HashMap<>();
    OnnxGraph graph = new OnnxGraph(weights::get, nodes.operators());
    graph.copy(node.bytes());
    graph.input(node.input(0), x.shape());
    for (String name : new HashSet<>(node.inputs().subList(1, node.inputs().size()))) {
      Known known = values.get(name);
      if (known == null || known.numbers() == null) {
        if (!name.isEmpty()) {
          throw Rule.unknown(node, "takes parameters that depend on the photo");
        }
      } else if (known.whole()) {
        long[] whole = new long[known.numbers().length];
        for (int i = 0; i < whole.length; i++) {
          whole[i] = (long) known.numbers()[i];
        }
        graph.integers(name, known.shape(), whole);
      } else {
        weights.put(name, Tensor.of(known.shape(), known.numbers()));
        graph.weight(name, known.shape());
      }
    }
    graph.output(node.output());
    try (OrtSession session = sessions.open(graph.bytes());
        OnnxTensor given = tensor(x);
        OrtSession.Result drawn = session.run(Map.of(node.input(0), given))) {
      return read(floats(node.output(), drawn));
    } catch (OrtException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static OnnxTensor tensor(Tensor tensor) throws OrtException {
    long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
    return OnnxTensor.createTensor(
        OrtEnvironment.getEnvironment(), FloatBuffer.wrap(tensor.values()), shape);
  }

  private static OnnxTensor floats(String name, OrtSession.Result values)
      throws NoGradientException {
    if (values.get(name).orElse(null) instanceof OnnxTensor tensor) {
      if (tensor.getInfo().type == OnnxJavaType.FLOAT) {
        return tensor;
      }
      throw new NoGradientException(
          "it computes with numbers of the type " + tensor.getInfo().type);
    }
    throw new NoGradientException("its value '" + name + "' is no tensor");
  }

  private static List<Integer> shape(OnnxTensor tensor) {
    return Arrays.stream(tensor.getInfo().getShape()).mapToObj(Math::toIntExact).toList();
  }

  private static Tensor read(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return Tensor.of(shape(tensor), values);
  }

  @Override
  public void close() throws OrtException {
    Layout now = layout;
    layout = null;
    if (now != null) {
      now.close();
    }
  }
}
