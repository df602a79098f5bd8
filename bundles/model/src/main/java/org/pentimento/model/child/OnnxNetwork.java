package org.pentimento.model.child;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.child.gradient.OnnxGradient;
import org.pentimento.model.child.gradient.Sessions;

/** A network that ONNX Runtime runs, on the CPU or on a GPU of NVIDIA. */
final class OnnxNetwork implements OpenedNetwork {
  private static final String STATED = "pentimento.import.";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final OnnxCheck check;
  private final Ports ports;
  private final OnnxJavaType inputType;
  private final Path file;
  private final Sessions sessions;
  private @Nullable OnnxGradient gradient;
  private String gradientOf = "";

  private OnnxNetwork(
      OrtEnvironment environment, OrtSession session, OnnxCheck check, Path file, Sessions sessions)
      throws OrtException, IOException {
    this.environment = environment;
    this.session = session;
    this.file = file;
    this.sessions = sessions;
    this.check = check;
    this.ports =
        new Ports(
            ports(session.getInputInfo().values()),
            ports(session.getOutputInfo().values()),
            check.parameters(),
            check.maker(),
            stated(session));
    NodeInfo first =
        session.getInputInfo().values().stream()
            .findFirst()
            .orElseThrow(() -> new IOException("it takes no input"));
    this.inputType = first.getInfo() instanceof TensorInfo info ? info.type : OnnxJavaType.UNKNOWN;
    if (!Set.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE, OnnxJavaType.UINT8).contains(inputType)) {
      throw new IOException(
          "its input '"
              + first.getName()
              + "' is of type "
              + inputType
              + "; only 32-bit and 64-bit floats and bytes can be given");
    }
  }

  /**
   * Opens one.
   *
   * @param device {@code cpu} or {@code cuda:N}
   * @throws IOException if the file or the device cannot be used, saying why
   */
  static OnnxNetwork open(Path file, int threads, String device) throws IOException {
    OnnxCheck check = OnnxCheck.of(file);
    try (OrtSession.SessionOptions options = options(threads, device)) {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "model");
      Sessions sessions =
          bytes -> {
            try (OrtSession.SessionOptions same = options(threads, device)) {
              return environment.createSession(bytes, same);
            }
          };
      return new OnnxNetwork(
          environment, environment.createSession(file.toString(), options), check, file, sessions);
    } catch (OrtException e) {
      throw refused(e);
    }
  }

  private static OrtSession.SessionOptions options(int threads, String device)
      throws OrtException, IOException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads);
    options.setInterOpNumThreads(1);
    // Threads that wait by spinning take the cores from everybody else.
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    CudaProvider.addTo(options, device);
    return options;
  }

  private static IOException refused(OrtException e) {
    return new IOException(OrtWords.of(String.valueOf(e.getMessage())), e);
  }

  /** What Pentimento writes into the metadata of the files that it exports. */
  private static Map<String, String> stated(OrtSession session) throws OrtException {
    Map<String, String> stated = new TreeMap<>();
    session
        .getMetadata()
        .getCustomMetadata()
        .forEach(
            (key, value) -> {
              if (key.startsWith(STATED)) {
                stated.put(key.substring(STATED.length()), value);
              }
            });
    return stated;
  }

  private static List<Ports.Port> ports(Collection<NodeInfo> nodes) {
    List<Ports.Port> ports = new ArrayList<>();
    for (NodeInfo node : nodes) {
      List<Integer> shape = new ArrayList<>();
      if (node.getInfo() instanceof TensorInfo info) {
        for (long side : info.getShape()) {
          shape.add(side < 1 || side > Integer.MAX_VALUE ? -1 : (int) side);
        }
      }
      ports.add(new Ports.Port(node.getName(), shape));
    }
    return ports;
  }

  @Override
  public Ports ports() {
    return ports;
  }

  @Override
  public Tensor run(Tensor photo, String output) throws IOException {
    String input = ports.inputs().get(0).name();
    try (OnnxTensor given = given(photo);
        OrtSession.Result result = session.run(Map.of(input, given), Set.of(output))) {
      OnnxValue value = result.get(0);
      if (!(value instanceof OnnxTensor drawn)) {
        throw new IOException("its output '" + output + "' is no tensor");
      }
      return Tensor.of(shape(drawn.getInfo().getShape()), values(drawn));
    } catch (OrtException e) {
      throw refused(e);
    }
  }

  @Override
  public Trace trace(Tensor photo, String output) throws IOException {
    if (inputType != OnnxJavaType.FLOAT) {
      throw new IOException("its photo is of type " + inputType);
    }
    try {
      OnnxGradient network = gradient;
      if (network == null || !gradientOf.equals(output)) {
        if (network != null) {
          network.close();
        }
        network = OnnxGradient.of(file, sessions, ports.inputs().get(0).name(), output);
        gradient = network;
        gradientOf = output;
      }
      return new OnnxTrace(network.forward(photo));
    } catch (OrtException e) {
      throw refused(e);
    }
  }

  private record OnnxTrace(OnnxGradient.Pass pass) implements Trace {
    @Override
    public Tensor drawn() throws IOException {
      return pass.drawn();
    }

    @Override
    public Tensor back(Tensor gradient) throws IOException {
      try {
        return pass.back(gradient);
      } catch (OrtException e) {
        throw refused(e);
      }
    }

    @Override
    public void close() {
      pass.close();
    }
  }

  private OnnxTensor given(Tensor photo) throws OrtException {
    long[] shape = photo.shape().stream().mapToLong(Integer::longValue).toArray();
    float[] values = photo.values();
    if (inputType == OnnxJavaType.UINT8) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(values.length);
      for (float v : values) {
        bytes.put((byte) Math.max(0, Math.min(255, Math.round(v))));
      }
      return OnnxTensor.createTensor(environment, bytes.flip(), shape, OnnxJavaType.UINT8);
    } else if (inputType == OnnxJavaType.DOUBLE) {
      double[] doubles = new double[values.length];
      Arrays.setAll(doubles, i -> values[i]);
      return OnnxTensor.createTensor(environment, DoubleBuffer.wrap(doubles), shape);
    }
    return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
  }

  private static List<Integer> shape(long[] sides) {
    return Arrays.stream(sides).mapToObj(Math::toIntExact).toList();
  }

  private static float[] values(OnnxTensor drawn) throws IOException {
    switch (drawn.getInfo().type) {
      case FLOAT, FLOAT16, BFLOAT16 -> {
        FloatBuffer buffer = drawn.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
      }
      case DOUBLE -> {
        DoubleBuffer buffer = drawn.getDoubleBuffer();
        float[] values = new float[buffer.remaining()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) buffer.get();
        }
        return values;
      }
      case UINT8 -> {
        ByteBuffer buffer = drawn.getByteBuffer();
        float[] values = new float[buffer.remaining()];
        for (int i = 0; i < values.length; i++) {
          values[i] = buffer.get() & 0xff;
        }
        return values;
      }
      default ->
          throw new IOException("its output is of type " + drawn.getInfo().type + ", no picture");
    }
  }

  @Override
  public void close() {
    try {
      if (gradient != null) {
        gradient.close();
      }
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(check.maker(), e);
    }
  }
}
