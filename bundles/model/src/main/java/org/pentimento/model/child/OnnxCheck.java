package org.pentimento.model.child;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads an ONNX file (Protocol Buffers) far enough to know that all its weights are in it, before
 * ONNX Runtime sees it: a tensor may name any other file as the place of its values.
 */
final class OnnxCheck {
  private static final int DEEPEST = 64;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  /** Messages of the format that can lead to a tensor, and the fields that hold them. */
  private enum Message {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR,
    SPARSE,
    FUNCTION,
    TRAINING,
    ENTRY,
    NONE;

    Message child(int field) {
      return switch (this) {
        case MODEL ->
            switch (field) {
              case 7 -> GRAPH;
              case 20 -> TRAINING;
              case 25 -> FUNCTION;
              default -> NONE;
            };
        case GRAPH ->
            switch (field) {
              case 1 -> NODE;
              case 5 -> TENSOR;
              case 15 -> SPARSE;
              default -> NONE;
            };
        case NODE -> field == 5 ? ATTRIBUTE : NONE;
        case ATTRIBUTE ->
            switch (field) {
              case 5, 10 -> TENSOR;
              case 6, 11 -> GRAPH;
              case 22, 23 -> SPARSE;
              default -> NONE;
            };
        case SPARSE -> field == 1 || field == 2 ? TENSOR : NONE;
        case FUNCTION -> field == 7 ? NODE : NONE;
        case TRAINING -> field == 1 || field == 2 ? GRAPH : NONE;
        case TENSOR -> field == 13 ? ENTRY : NONE;
        case ENTRY, NONE -> NONE;
      };
    }
  }

  private long parameters;
  private String maker = "";
  private boolean graph;

  private OnnxCheck() {}

  /**
   * Looks a file through.
   *
   * @throws IOException if it is damaged, no ONNX file, or keeps weights elsewhere
   */
  static OnnxCheck of(Path file) throws IOException {
    OnnxCheck check = new OnnxCheck();
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException("it is larger than 2 GiB, which no ONNX file can be");
      }
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      check.walk(bytes, Message.MODEL, true, 0);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("it is damaged or no ONNX file: it ends in the middle of something", e);
    }
    if (!check.graph) {
      throw new IOException("it is no ONNX file: there is no network in it");
    }
    return check;
  }

  /** Number of values in the network's own tensors. */
  long parameters() {
    return parameters;
  }

  /** What made the file, as it says itself. */
  String maker() {
    return maker;
  }

  private void walk(ByteBuffer bytes, Message message, boolean top, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("it is nested too deeply for a network");
    }
    long values = 1;
    String producer = "";
    String version = "";
    while (bytes.hasRemaining()) {
      long tag = varint(bytes);
      int field = (int) (tag >>> 3);
      switch ((int) (tag & 7)) {
        case VARINT -> {
          long value = varint(bytes);
          if (message == Message.TENSOR && field == 14 && value == 1) {
            throw elsewhere("another file");
          }
          if (message == Message.TENSOR && field == 1) {
            values = saturated(values, value);
          }
        }
        case FIXED64 -> bytes.getLong();
        case FIXED32 -> bytes.getInt();
        case BYTES -> {
          ByteBuffer inner = slice(bytes);
          Message child = message.child(field);
          if (child == Message.ENTRY) {
            throw elsewhere(place(inner));
          }
          graph |= top && field == 7;
          if (message == Message.TENSOR && field == 1) {
            while (inner.hasRemaining()) {
              values = saturated(values, varint(inner));
            }
          } else if (top && field == 2) {
            producer = text(inner);
          } else if (top && field == 3) {
            version = text(inner);
          } else if (child != Message.NONE) {
            walk(inner, child, false, depth + 1);
          }
        }
        default -> throw new IOException("it is damaged or no ONNX file");
      }
    }
    if (message == Message.TENSOR && depth == 2) {
      parameters = Math.max(parameters, parameters + values);
    }
    if (top) {
      maker = (producer + " " + version).strip();
    }
  }

  private static long saturated(long product, long factor) {
    return factor < 0 || factor > Integer.MAX_VALUE
        ? Integer.MAX_VALUE
        : Math.min(product * factor, Integer.MAX_VALUE);
  }

  private static IOException elsewhere(String place) {
    return new IOException(
        "it keeps weights outside itself, in "
            + place
            + ", and nothing but the model file itself is ever opened; export it as a single file");
  }

  /** The value of a key-value entry: for external data the path, an offset or a length. */
  private static String place(ByteBuffer entry) throws IOException {
    String value = "another file";
    while (entry.hasRemaining()) {
      long tag = varint(entry);
      if ((tag & 7) != BYTES) {
        return value;
      }
      String text = text(slice(entry));
      if (tag >>> 3 == 2) {
        value = "“" + text + "”";
      }
    }
    return value;
  }

  private static String text(ByteBuffer bytes) {
    byte[] text = new byte[Math.min(bytes.remaining(), 200)];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
  }

  private static ByteBuffer slice(ByteBuffer bytes) throws IOException {
    long length = varint(bytes);
    if (length < 0 || length > bytes.remaining()) {
      throw new IOException("it is damaged or cut off: a part claims to be longer than the file");
    }
    ByteBuffer slice = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return slice;
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
    throw new IOException("it is damaged or no ONNX file");
  }
}
