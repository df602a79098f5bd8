package org.pentimento.model.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.engine.tensor.Tensor;

/**
 * The messages between parent and confined process over standard input and output. Neither side
 * trusts the other: every size that is read has a limit.
 *
 * <pre>
 * child:   READY ports parameters maker stated | REFUSED text
 * parent:  RUN output tensor          child: DRAWN tensor | REFUSED text
 * parent:  TRACE output first tensor  child: DRAWN tensor | REFUSED text
 * parent:  BACK tensor                child: TOLD tensor | REFUSED text
 * </pre>
 *
 * <p>TRACE draws a photo and keeps what a gradient needs to go back; {@code first} has it forget
 * all photos before. Each BACK carries the gradient for one sketch back, in the order in which the
 * photos were traced.
 */
public final class Wire {
  /** The network is open. */
  public static final byte READY = 1;

  /** The network cannot be used, or did not draw; the first line of a text says why. */
  public static final byte REFUSED = 2;

  /** A tensor to be run. */
  public static final byte RUN = 3;

  /** The output for a tensor. */
  public static final byte DRAWN = 4;

  /** A tensor to be run so that a gradient can go back. */
  public static final byte TRACE = 5;

  /** The gradient for the output of a tensor that was traced. */
  public static final byte BACK = 6;

  /** The gradient for a tensor that was traced. */
  public static final byte TOLD = 7;

  private static final int MOST_VALUES = 1 << 27;
  private static final int LONGEST_TEXT = 4096;
  private static final int MOST_PORTS = 256;
  private static final int MOST_DIMENSIONS = 8;
  private static final int CHUNK = 1 << 16;

  private Wire() {}

  /** Writes a text, cut where it is too long. */
  public static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LONGEST_TEXT);
    out.writeInt(length);
    out.write(bytes, 0, length);
  }

  /** Reads a text. */
  public static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[count(in, LONGEST_TEXT)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Writes a tensor. */
  public static void tensor(DataOutputStream out, Tensor tensor) throws IOException {
    shape(out, tensor.shape());
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
    for (float value : tensor.values()) {
      if (!chunk.hasRemaining()) {
        out.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      chunk.putFloat(value);
    }
    out.write(chunk.array(), 0, chunk.position());
    out.flush();
  }

  /** Reads a tensor. */
  public static Tensor tensor(DataInputStream in) throws IOException {
    List<Integer> shape = shape(in);
    long size = 1;
    for (int side : shape) {
      if (side < 0 || (size *= side) > MOST_VALUES) {
        throw new IOException("a tensor of " + shape);
      }
    }
    float[] values = new float[(int) size];
    byte[] chunk = new byte[CHUNK];
    for (int at = 0; at < values.length; ) {
      int n = Math.min(values.length - at, CHUNK / Float.BYTES);
      in.readFully(chunk, 0, n * Float.BYTES);
      ByteBuffer.wrap(chunk).asFloatBuffer().get(values, at, n);
      at += n;
    }
    return Tensor.of(shape, values);
  }

  /** Writes what a network takes and gives. */
  public static void ports(DataOutputStream out, Ports ports) throws IOException {
    list(out, ports.inputs());
    list(out, ports.outputs());
    out.writeLong(ports.parameters());
    text(out, ports.maker());
    int stated = Math.min(ports.stated().size(), MOST_PORTS);
    out.writeInt(stated);
    for (Map.Entry<String, String> entry :
        ports.stated().entrySet().stream().limit(stated).toList()) {
      text(out, entry.getKey());
      text(out, entry.getValue());
    }
  }

  /** Reads what a network takes and gives. */
  public static Ports ports(DataInputStream in) throws IOException {
    List<Ports.Port> inputs = list(in);
    List<Ports.Port> outputs = list(in);
    long parameters = in.readLong();
    String maker = text(in);
    Map<String, String> stated = new TreeMap<>();
    for (int n = count(in, MOST_PORTS); n > 0; n--) {
      stated.put(text(in), text(in));
    }
    return new Ports(inputs, outputs, parameters, maker, stated);
  }

  private static void list(DataOutputStream out, List<Ports.Port> ports) throws IOException {
    int n = Math.min(ports.size(), MOST_PORTS);
    out.writeInt(n);
    for (Ports.Port port : ports.subList(0, n)) {
      text(out, port.name());
      shape(out, port.shape());
    }
  }

  private static List<Ports.Port> list(DataInputStream in) throws IOException {
    List<Ports.Port> ports = new ArrayList<>();
    int n = count(in, MOST_PORTS);
    for (int i = 0; i < n; i++) {
      ports.add(new Ports.Port(text(in), shape(in)));
    }
    return ports;
  }

  private static void shape(DataOutputStream out, List<Integer> shape) throws IOException {
    int n = Math.min(shape.size(), MOST_DIMENSIONS);
    out.writeInt(n);
    for (int side : shape.subList(0, n)) {
      out.writeInt(side);
    }
  }

  private static List<Integer> shape(DataInputStream in) throws IOException {
    List<Integer> shape = new ArrayList<>();
    int n = count(in, MOST_DIMENSIONS);
    for (int i = 0; i < n; i++) {
      shape.add(in.readInt());
    }
    return shape;
  }

  private static int count(DataInputStream in, int most) throws IOException {
    int n = in.readInt();
    if (n < 0 || n > most) {
      throw new IOException(n + " where at most " + most + " can be");
    }
    return n;
  }
}
