package org.pentimento.model.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.child.OpenedNetwork.Trace;

/**
 * The program of the confined process: opens one file and runs its network until its input ends.
 */
public final class NetworkServer {
  private final OpenedNetwork network;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Deque<Trace> traces = new ArrayDeque<>();

  private NetworkServer(OpenedNetwork network, DataInputStream in, DataOutputStream out) {
    this.network = network;
    this.in = in;
    this.out = out;
  }

  /**
   * Starts it.
   *
   * @param args format ({@code onnx}, {@code keras}, {@code dl4j}), file, threads, device
   */
  public static void main(String[] args) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Libraries greet; their words must not come among ours.
    System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    int status = 0;
    try (OpenedNetwork network =
        open(args[0], Path.of(args[1]), Integer.parseInt(args[2]), args[3])) {
      out.writeByte(Wire.READY);
      Wire.ports(out, network.ports());
      out.flush();
      new NetworkServer(network, in, out).serve();
    } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
      refuse(out, e);
      status = 1;
    }
    Runtime.getRuntime().halt(status); // native libraries may hang in their exit handlers
  }

  private static OpenedNetwork open(String format, Path file, int threads, String device)
      throws IOException {
    return switch (format) {
      case "onnx" -> OnnxNetwork.open(file, threads, device);
      case "keras" -> KerasFile.open(file);
      case "dl4j" -> Dl4jZip.open(file);
      default -> throw new IOException("there is no format " + format);
    };
  }

  private void serve() throws IOException {
    for (int asked = in.read(); asked >= 0; asked = in.read()) {
      switch (asked) {
        case Wire.RUN -> {
          String output = Wire.text(in);
          Tensor photo = Wire.tensor(in);
          answer(Wire.DRAWN, () -> network.run(photo, output));
        }
        case Wire.TRACE -> {
          String output = Wire.text(in);
          if (in.readBoolean()) {
            traces.forEach(Trace::close);
            traces.clear();
          }
          Tensor photo = Wire.tensor(in);
          answer(Wire.DRAWN, () -> traced(photo, output));
        }
        case Wire.BACK -> {
          Tensor gradient = Wire.tensor(in);
          answer(Wire.TOLD, () -> back(gradient));
        }
        default -> {
          return;
        }
      }
    }
  }

  private Tensor traced(Tensor photo, String output) throws IOException {
    Trace trace = network.trace(photo, output);
    traces.add(trace);
    return trace.drawn();
  }

  private Tensor back(Tensor gradient) throws IOException {
    try (Trace trace = traces.remove()) {
      return trace.back(gradient);
    }
  }

  private interface Computation {
    Tensor compute() throws IOException;
  }

  private void answer(byte word, Computation computation) throws IOException {
    Tensor result;
    try {
      result = computation.compute();
    } catch (IOException | RuntimeException e) {
      refuse(out, e);
      return;
    }
    out.writeByte(word);
    Wire.tensor(out, result);
  }

  /** The first line is for a person; what follows is for the log. */
  private static void refuse(DataOutputStream out, Throwable e) throws IOException {
    out.writeByte(Wire.REFUSED);
    String message = e.getMessage();
    String words =
        e instanceof IOException && message != null
            ? message
            : e instanceof OutOfMemoryError
                ? "it needs more memory than it may have"
                : "it is damaged or of a kind that is not supported (" + message + ")";
    Throwable cause = e.getCause();
    Wire.text(out, OrtWords.line(words) + (cause == null ? "" : "\n" + cause.getMessage()));
    out.flush();
  }
}
