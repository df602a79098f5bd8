package org.pentimento.model.child.gradient;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The operators in an ONNX file, without its weights.
 *
 * <p>ONNX, Open Neural Network Exchange: onnx.proto3; Protocol Buffers Documentation, Encoding.
 */
final class OnnxNodes {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Set<String> weights = new HashSet<>();
  private final Set<String> outputs = new HashSet<>();
  private int operators = 1;

  private OnnxNodes() {}

  /**
   * Reads them.
   *
   * @param file its bytes
   * @throws IOException if it is damaged
   */
  static OnnxNodes of(byte[] file) throws IOException {
    OnnxNodes read = new OnnxNodes();
    try {
      each(
          ByteBuffer.wrap(file),
          (field, value, inner) -> {
            if (field == 7) {
              each(inner, read::graph);
            } else if (field == 8) {
              read.operatorSet(inner);
            }
          });
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("it ends in the middle of something", e);
    }
    return read;
  }

  /** In an order in which they can be computed. */
  List<OnnxNode> nodes() {
    return nodes;
  }

  /** Names of the trained values that are no results of operators. */
  Set<String> weights() {
    return weights;
  }

  /** Names of the values that leave the network. */
  Set<String> outputs() {
    return outputs;
  }

  /** Number of the operator set. */
  int operators() {
    return operators;
  }

  private void graph(int field, long value, ByteBuffer inner) throws IOException {
    switch (field) {
      case 1 -> nodes.add(node(inner));
      case 5 -> weights.add(text(inner, 8));
      case 12 -> outputs.add(text(inner, 1));
      default -> {}
    }
  }

  private void operatorSet(ByteBuffer bytes) throws IOException {
    String domain = text(bytes.duplicate(), 1);
    if (domain.isEmpty() || domain.equals("ai.onnx")) {
      each(
          bytes,
          (field, value, inner) -> {
            if (field == 2) {
              operators = (int) Math.max(1, Math.min(value, 1000));
            }
          });
    }
  }

  private static OnnxNode node(ByteBuffer bytes) throws IOException {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Map<String, Object> attributes = new TreeMap<>();
    each(
        bytes,
        (field, value, inner) -> {
          switch (field) {
            case 1 -> inputs.add(text(inner));
            case 2 -> outputs.add(text(inner));
            case 5 -> attribute(inner, attributes);
            default -> {}
          }
        });
    String domain = text(ByteBuffer.wrap(copy), 7);
    return new OnnxNode(
        text(ByteBuffer.wrap(copy), 4),
        domain.equals("ai.onnx") ? "" : domain,
        inputs,
        outputs,
        attributes,
        copy);
  }

  private static void attribute(ByteBuffer bytes, Map<String, Object> into) throws IOException {
    String name = text(bytes.duplicate(), 1);
    List<Long> whole = new ArrayList<>();
    List<Float> real = new ArrayList<>();
    each(
        bytes,
        (field, value, inner) -> {
          switch (field) {
            case 2 -> into.put(name, Float.intBitsToFloat((int) value));
            case 3 -> into.put(name, value);
            case 4 -> into.put(name, text(inner));
            case 7 -> {
              if (inner.hasRemaining()) {
                while (inner.hasRemaining()) {
                  real.add(inner.getFloat());
                }
              } else {
                real.add(Float.intBitsToFloat((int) value));
              }
            }
            case 8 -> {
              if (inner.hasRemaining()) {
                while (inner.hasRemaining()) {
                  whole.add(varint(inner));
                }
              } else {
                whole.add(value);
              }
            }
            default -> {}
          }
        });
    if (!whole.isEmpty()) {
      into.put(name, whole.stream().mapToLong(Long::longValue).toArray());
    } else if (!real.isEmpty()) {
      float[] numbers = new float[real.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = real.get(i);
      }
      into.put(name, numbers);
    }
  }

  private interface Part {
    /**
     * Takes a field of a message.
     *
     * @param value of a number
     * @param inner of a text or message, empty for a number
     */
    void take(int field, long value, ByteBuffer inner) throws IOException;
  }

  private static void each(ByteBuffer message, Part part) throws IOException {
    ByteBuffer bytes = message.order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer none = ByteBuffer.allocate(0);
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> part.take(field, varint(bytes), none);
        case FIXED64 -> part.take(field, bytes.getLong(), none);
        case FIXED32 -> part.take(field, bytes.getInt(), none);
        case BYTES -> part.take(field, 0, slice(bytes));
        default -> throw new IOException("it is damaged");
      }
    }
  }

  private static ByteBuffer slice(ByteBuffer bytes) throws IOException {
    long length = varint(bytes);
    if (length < 0 || length > bytes.remaining()) {
      throw new IOException("a part of it claims to be longer than the file");
    }
    ByteBuffer slice = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return slice;
  }

  /** The text in a field of a message, empty if there is none. */
  private static String text(ByteBuffer message, int wanted) throws IOException {
    String[] found = {""};
    each(
        message,
        (field, value, inner) -> {
          if (field == wanted) {
            found[0] = text(inner);
          }
        });
    return found[0];
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[bytes.remaining()];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static long varint(ByteBuffer bytes) throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte b = bytes.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new IOException("it is damaged");
  }
}
