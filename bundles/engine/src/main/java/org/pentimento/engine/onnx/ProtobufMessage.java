package org.pentimento.engine.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A message of Protocol Buffers that is being written. The lengths of all its parts are known when
 * they are added, because the format puts lengths first; large values are fetched when they are
 * written.
 *
 * <p>Protocol Buffers Documentation, Encoding.
 */
final class ProtobufMessage {
  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int CHUNK = 1 << 16;

  private interface Part {
    void write(OutputStream out) throws IOException;
  }

  private final List<Part> parts = new ArrayList<>();
  private long length;

  /** Adds a whole number. */
  ProtobufMessage number(int field, long value) {
    tag(field, VARINT);
    varint(value);
    return this;
  }

  /** Adds a 32-bit float. */
  ProtobufMessage real(int field, float value) {
    tag(field, FIXED32);
    add(littleEndian(Float.BYTES).putFloat(value).array());
    return this;
  }

  /** Adds a text. */
  ProtobufMessage text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds bytes, or a message that has been written before. */
  ProtobufMessage bytes(int field, byte[] bytes) {
    tag(field, BYTES);
    varint(bytes.length);
    add(bytes);
    return this;
  }

  /** Adds a complete message; adding to that message later would make its length wrong. */
  ProtobufMessage message(int field, ProtobufMessage inner) {
    tag(field, BYTES);
    varint(inner.length);
    add(inner.length, inner::write);
    return this;
  }

  /** Adds the bytes of many 32-bit floats. */
  ProtobufMessage floats(int field, int count, Supplier<float[]> values) {
    tag(field, BYTES);
    varint((long) Float.BYTES * count);
    add((long) Float.BYTES * count, out -> write(values.get(), count, out));
    return this;
  }

  private static void write(float[] values, int count, OutputStream out) throws IOException {
    if (values.length != count) {
      throw new IllegalStateException(values.length + " values instead of " + count);
    }
    ByteBuffer chunk = littleEndian(CHUNK);
    for (float value : values) {
      if (!chunk.hasRemaining()) {
        out.write(chunk.array());
        chunk.clear();
      }
      chunk.putFloat(value);
    }
    out.write(chunk.array(), 0, chunk.position());
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void tag(int field, int type) {
    varint((long) field << 3 | type);
  }

  private void varint(long value) {
    byte[] bytes = new byte[10];
    int n = 0;
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[n++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[n++] = (byte) rest;
    add(Arrays.copyOf(bytes, n));
  }

  private void add(byte[] bytes) {
    add(bytes.length, out -> out.write(bytes));
  }

  private void add(long bytes, Part part) {
    length += bytes;
    parts.add(part);
  }

  /** Writes everything, in the order in which it was added. */
  void write(OutputStream out) throws IOException {
    for (Part part : parts) {
      part.write(out);
    }
  }
}
