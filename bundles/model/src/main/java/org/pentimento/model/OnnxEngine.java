package org.pentimento.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeCapability;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.compute.GpuNeeds;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.confined.Fragments;
import org.pentimento.model.confined.ModelLimits;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.platform.Platform;

/** ONNX Runtime as the engine of ONNX networks, each in a confined process of its own. */
@Component(service = {ComputeEngine.class, OnnxEngine.class})
public final class OnnxEngine implements ComputeEngine {
  /** Name of this engine among others. */
  static final String ID = "onnx";

  private static final String NAME = "ONNX Runtime 1.23.2";

  /** Jars that the confined process needs. */
  private static final String BUNDLE = "org.pentimento.onnxruntime";

  private static final List<String> BUNDLES =
      List.of("org.pentimento.model", "org.pentimento.engine", BUNDLE);
  private static final String LIBRARIES = "ai/onnxruntime/native/linux-x64";

  /**
   * Its build for CUDA 12 has machine code for 6.0, 7.0, 7.5, 8.0 and 9.0, which serves the later
   * ones of each major number too; for others it has the code of 9.0 in a form that drivers
   * translate. CUDA 12 needs driver 525. The memory is for its libraries and a small network.
   */
  private static final GpuNeeds NEEDS =
      new GpuNeeds(NAME, new ComputeCapability(6, 0), new ComputeCapability(12, 1), 525, 2048);

  private static final int SIDE = 16;
  private static final double TOLERANCE = 1e-4;

  /** On a GPU for which its code must be translated first, the first answer takes minutes. */
  private static final ModelLimits TRIAL = new ModelLimits(6144, 240, true);

  private final Platform platform;
  private final Supplier<Optional<Path>> installed;
  private volatile String device = CPU;

  /** Made by the component framework. */
  @Activate
  public OnnxEngine(@Reference Platform platform) {
    this(platform, () -> Fragments.folder(BUNDLE, LIBRARIES + "/libonnxruntime_providers_cuda.so"));
  }

  /**
   * With its part for GPUs at a place of its own.
   *
   * @param installed folder of its libraries, if it is here
   */
  OnnxEngine(Platform platform, Supplier<Optional<Path>> installed) {
    this.platform = platform;
    this.installed = installed;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public GpuNeeds gpuNeeds() {
    return NEEDS;
  }

  @Override
  public Optional<String> missing() {
    return installed.get().isPresent()
        ? Optional.empty()
        : Optional.of("./pentimento install-onnx-gpu");
  }

  @Override
  public void use(String wanted) {
    device = wanted;
  }

  /** What opens networks, on the device in use. */
  NetworkProcess.Runtime runtime() throws BadInputException {
    return runtime(device);
  }

  private NetworkProcess.Runtime runtime(String on) throws BadInputException {
    NetworkProcess.@Nullable Gpu gpu = null;
    if (!on.equals(CPU)) {
      Path libraries =
          installed
              .get()
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The device "
                              + on
                              + " cannot be used: the part of "
                              + NAME
                              + " that computes on GPUs is not installed.",
                          "Set the device to auto or cpu."));
      gpu = new NetworkProcess.Gpu(on, libraries);
    }
    return new NetworkProcess.Runtime("onnx", NAME, BUNDLES, false, gpu);
  }

  /** Draws with a small network on the device and on the CPU, and compares the results. */
  @Override
  public void tryOut() throws IOException {
    Path folder = Files.createTempDirectory("pentimento-trial");
    Path file = folder.resolve("trial.onnx");
    try {
      trialNetwork(file);
      float[] expected = draw(runtime(CPU), file);
      float[] drawn = draw(runtime(device), file);
      for (int i = 0; i < expected.length; i++) {
        if (!(Math.abs(drawn[i] - expected[i]) <= TOLERANCE)) {
          throw new IOException("it computes wrongly: " + drawn[i] + " instead of " + expected[i]);
        }
      }
    } catch (BadInputException e) {
      throw new IOException(
          String.valueOf(e.getMessage()).replace("The model " + file, "the network for trials"), e);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private float[] draw(NetworkProcess.Runtime runtime, Path file) throws IOException {
    try (NetworkProcess process = NetworkProcess.open(platform, runtime, file, TRIAL)) {
      Tensor photo = noise(List.of(1, 3, SIDE, SIDE), 1);
      return process.run(photo, "sketch").values();
    }
  }

  /**
   * A network of what most generators are made of: convolutions, one with a stride, and resizing.
   */
  private static void trialNetwork(Path file) throws IOException {
    Map<String, Tensor> weights =
        Map.of("a", noise(List.of(8, 3, 3, 3), 2), "b", noise(List.of(1, 8, 3, 3), 3));
    OnnxGraph graph = new OnnxGraph(weights::get);
    Attribute padding = Attribute.of("pads", 1, 1, 1, 1);
    String a = graph.weight("a", List.of(8, 3, 3, 3));
    String small =
        graph.add("Conv", "small", List.of("photo", a), padding, Attribute.of("strides", 2, 2));
    String rectified = graph.add("Relu", "rectified", List.of(small));
    String scales = graph.constant("scales", 1f, 1f, 2f, 2f);
    String large =
        graph.add(
            "Resize",
            "large",
            List.of(rectified, "", scales),
            Attribute.of("mode", "nearest"),
            Attribute.of("coordinate_transformation_mode", "asymmetric"),
            Attribute.of("nearest_mode", "floor"));
    String b = graph.weight("b", List.of(1, 8, 3, 3));
    String drawn = graph.add("Conv", "drawn", List.of(large, b), padding);
    graph.add("Sigmoid", "sketch", List.of(drawn));
    graph.write(file, "photo", "sketch", new OnnxGraph.Producer("Pentimento", "trial"), Map.of());
  }

  private static Tensor noise(List<Integer> shape, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[Math.toIntExact(Tensor.size(shape))];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextDouble() - .5);
    }
    return Tensor.of(shape, values);
  }
}
