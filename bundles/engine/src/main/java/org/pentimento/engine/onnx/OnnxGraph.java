package org.pentimento.engine.onnx;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pentimento.engine.tensor.Tensor;

/**
 * A network that is built node by node and written as an ONNX file of operator set 17 (ONNX 1.12),
 * which ONNX Runtime runs since 1.12 on CPUs and GPUs. Equal graphs give equal bytes.
 *
 * <p>ONNX, Open Neural Network Exchange: onnx.proto3, Operators.md.
 */
public final class OnnxGraph {
  private static final int IR_VERSION = 8;
  private static final int OPERATORS = 17;
  private static final int FLOAT = 1;
  private static final int INTEGER = 7;

  /** Numbers that tell the types of attributes, and the field that holds them. */
  private static final int ATTRIBUTE_FLOAT = 1;

  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_STRING = 3;
  private static final int ATTRIBUTE_FLOATS = 6;
  private static final int ATTRIBUTE_INTS = 7;
  private static final int ATTRIBUTE_TYPE = 20;

  private final Function<String, Tensor> weights;
  private final int operators;
  private final ProtobufMessage graph = new ProtobufMessage();
  private final Set<String> values = new HashSet<>();

  /**
   * An empty graph.
   *
   * @param weights by name, asked for when the file is written
   */
  public OnnxGraph(Function<String, Tensor> weights) {
    this(weights, OPERATORS);
  }

  /**
   * An empty graph of another operator set.
   *
   * @param weights by name, asked for when the file is written
   * @param operators number of the set
   */
  public OnnxGraph(Function<String, Tensor> weights, int operators) {
    this.weights = weights;
    this.operators = operators;
  }

  /**
   * An attribute of a node.
   *
   * @param name that the operator gives it
   * @param value a {@link Long}, a {@link Float}, a {@link String}, or an array of longs or floats
   */
  public record Attribute(String name, Object value) {
    /** A whole number. */
    public static Attribute of(String name, long value) {
      return new Attribute(name, value);
    }

    /** A real number. */
    public static Attribute of(String name, float value) {
      return new Attribute(name, value);
    }

    /** A word. */
    public static Attribute of(String name, String value) {
      return new Attribute(name, value);
    }

    /** Whole numbers. */
    public static Attribute of(String name, long... values) {
      return new Attribute(name, values);
    }

    /** Real numbers. */
    public static Attribute of(String name, float... values) {
      return new Attribute(name, values);
    }

    private ProtobufMessage message() {
      ProtobufMessage message = new ProtobufMessage().text(1, name);
      if (value instanceof Long number) {
        return message.number(3, number).number(ATTRIBUTE_TYPE, ATTRIBUTE_INT);
      } else if (value instanceof Float number) {
        return message.real(2, number).number(ATTRIBUTE_TYPE, ATTRIBUTE_FLOAT);
      } else if (value instanceof long[] numbers) {
        for (long number : numbers) {
          message.number(8, number);
        }
        return message.number(ATTRIBUTE_TYPE, ATTRIBUTE_INTS);
      } else if (value instanceof float[] numbers) {
        for (float number : numbers) {
          message.real(7, number);
        }
        return message.number(ATTRIBUTE_TYPE, ATTRIBUTE_FLOATS);
      }
      return message.text(4, (String) value).number(ATTRIBUTE_TYPE, ATTRIBUTE_STRING);
    }
  }

  /** Adds an operator; returns the value it makes, which is called as asked for. */
  public String add(String operator, String name, List<String> inputs, Attribute... attributes) {
    add(operator, List.of(name), inputs, List.of(attributes));
    return name;
  }

  /**
   * Adds an operator that makes several values.
   *
   * @param names of the values that it makes
   */
  public void add(
      String operator, List<String> names, List<String> inputs, List<Attribute> attributes) {
    ProtobufMessage node = new ProtobufMessage();
    inputs.forEach(input -> node.text(1, input));
    for (String name : names) {
      if (!values.add(name)) {
        throw new IllegalArgumentException("there is a value " + name + " already");
      }
      node.text(2, name);
    }
    node.text(3, names.get(0)).text(4, operator);
    attributes.forEach(attribute -> node.message(5, attribute.message()));
    graph.message(1, node);
  }

  /**
   * Adds an operator as another file spells it.
   *
   * @param node its message there
   */
  public void copy(byte[] node) {
    graph.bytes(1, node);
  }

  /** Adds whole numbers that are the same for every photo; returns their name. */
  public String constant(String name, long... numbers) {
    return add("Constant", name, List.of(), Attribute.of("value_ints", numbers));
  }

  /** Adds real numbers that are the same for every photo; returns their name. */
  public String constant(String name, float... numbers) {
    return add("Constant", name, List.of(), Attribute.of("value_floats", numbers));
  }

  /** Adds a trained tensor; returns its name. */
  public String weight(String name, List<Integer> shape) {
    ProtobufMessage tensor = new ProtobufMessage();
    shape.forEach(side -> tensor.number(1, side));
    tensor.number(2, FLOAT).text(8, name);
    tensor.floats(9, Tensor.size(shape), () -> weights.apply(name).values());
    graph.message(5, tensor);
    return name;
  }

  /** Adds whole numbers as a tensor; returns its name. */
  public String integers(String name, List<Integer> shape, long... numbers) {
    ProtobufMessage tensor = new ProtobufMessage();
    shape.forEach(side -> tensor.number(1, side));
    tensor.number(2, INTEGER).text(8, name);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    graph.message(5, tensor.bytes(9, bytes.array()));
    return name;
  }

  /** Adds an input of a fixed shape; returns its name. */
  public String input(String name, List<Integer> shape) {
    ProtobufMessage sides = new ProtobufMessage();
    shape.forEach(side -> sides.message(1, new ProtobufMessage().number(1, side)));
    graph.message(11, floats(name, sides));
    return name;
  }

  /** Has a value leave the network. */
  public void output(String name) {
    graph.message(12, new ProtobufMessage().text(1, name));
  }

  /** A file with the graph, whose inputs and outputs have been added before. */
  public byte[] bytes() throws IOException {
    graph.text(2, "network");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model(new Producer("", "")).write(out);
    return out.toByteArray();
  }

  /**
   * The graph as a supplement: bytes that, at the end of any ONNX file, add to its graph what is in
   * this one. (Protocol Buffers merge a message that occurs twice.)
   */
  public byte[] supplement() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ProtobufMessage().message(7, graph).write(out);
    return out.toByteArray();
  }

  /**
   * Writes the graph as the only thing in a file.
   *
   * @param photo name of the input, [batch, 3, height, width] with any batch, height and width
   * @param sketch name of the output, [batch, 1, height, width]
   * @param producer name and version of what made it
   * @param metadata for readers of the file
   */
  public void write(
      Path file, String photo, String sketch, Producer producer, Map<String, String> metadata)
      throws IOException {
    graph.text(2, "photo to sketch");
    graph.message(11, image(photo, 3));
    graph.message(12, image(sketch, 1));
    ProtobufMessage model = model(producer);
    metadata.forEach(
        (key, value) -> model.message(14, new ProtobufMessage().text(1, key).text(2, value)));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.write(out);
    }
  }

  private ProtobufMessage model(Producer producer) {
    return new ProtobufMessage()
        .number(1, IR_VERSION)
        .text(2, producer.name())
        .text(3, producer.version())
        .message(8, new ProtobufMessage().text(1, "").number(2, operators))
        .message(7, graph);
  }

  /** What makes a file. */
  public record Producer(String name, String version) {}

  private static ProtobufMessage image(String name, int planes) {
    ProtobufMessage shape = new ProtobufMessage();
    shape.message(1, new ProtobufMessage().text(2, "batch"));
    shape.message(1, new ProtobufMessage().number(1, planes));
    shape.message(1, new ProtobufMessage().text(2, "height"));
    shape.message(1, new ProtobufMessage().text(2, "width"));
    return floats(name, shape);
  }

  private static ProtobufMessage floats(String name, ProtobufMessage shape) {
    ProtobufMessage type =
        new ProtobufMessage().message(1, new ProtobufMessage().number(1, FLOAT).message(2, shape));
    return new ProtobufMessage().text(1, name).message(2, type);
  }
}
