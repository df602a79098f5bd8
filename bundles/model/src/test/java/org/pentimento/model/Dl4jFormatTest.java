package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.api.image.Image;
import org.pentimento.engine.Engine;
import org.pentimento.platform.linux.LinuxPlatform;

class Dl4jFormatTest {
  private static final int BLUR = 9;
  private static final double[] GREY = {.299, .587, .114};

  private final Dl4jFormat format = new Dl4jFormat(new LinuxPlatform());
  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Engine.start();
  }

  @Test
  void findsOutHowALayeredNetworkWantsItsPhotos() throws Exception {
    draws(layered());
  }

  @Test
  void findsOutHowAGraphWantsItsPhotos() throws Exception {
    Path file = folder.resolve("graph.zip");
    ModelSerializer.writeModel(sketcher().toComputationGraph(), file.toFile(), false);
    draws(file);
  }

  private void draws(Path file) throws Exception {
    Fit fit = format.fit(file, HostileFiles.settings(), FacePairs.pairs(3, 45, 51), Progress.NONE);

    assertThat(fit.settings().text("layout")).isEqualTo("nchw");
    assertThat(fit.settings().text("channels")).isEqualTo("rgb");
    assertThat(fit.settings().text("range")).isEqualTo("0..1");
    assertThat(fit.settings().integer("width")).isZero();
    try (Model model = format.open(file, fit.settings())) {
      Pair other = FacePairs.pairs(5, 45, 51).get(4);
      Image sketch = model.sketch(List.of(other.photo().decode())).get(0);
      Image truth = other.sketch().decode();
      for (int y = BLUR; y < 51 - BLUR; y++) { // away from the edge, which the two pad otherwise
        for (int x = BLUR; x < 45 - BLUR; x++) {
          assertThat(sketch.get(0, x, y)).isCloseTo(truth.get(0, x, y), within(1e-4f));
        }
      }
      assertThat(model.parameters()).isEqualTo(BLUR * BLUR * 3 + 1 + 2);
      assertThat(model.provenance()).containsEntry("model maker", "Deeplearning4j");
    }
  }

  /** Deeplearning4j itself would deserialise this entry. */
  @Test
  void executesNoCodeOfAModel() throws Exception {
    Path mark = folder.resolve("mark");
    byte[] bait = serialised(new Bait(mark));
    assertThat(swallow(bait)).as("status of a process that deserialises it").isEqualTo(Bait.STATUS);
    assertThat(mark).exists();
    Files.delete(mark);
    Map<String, byte[]> entries = entries(layered());
    entries.put("preprocessor.bin", bait);
    entries.put("normalizer.bin", bait);
    entries.put("updaterState.bin", bait);
    Path file = zip("hostile.zip", entries);

    Fit fit = format.fit(file, HostileFiles.settings(), FacePairs.pairs(2, 24, 24), Progress.NONE);
    try (Model model = format.open(file, fit.settings())) {
      assertThat(model.sketch(List.of(FacePairs.photo(1, 24, 24)))).hasSize(1);
    }

    assertThat(mark).doesNotExist();
  }

  @Test
  void makesNoObjectsThatAreNoPartOfANetwork() throws Exception {
    Map<String, byte[]> entries = entries(layered());
    String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8);
    String evil =
        json.replaceFirst(
            "org\\.nd4j\\.linalg\\.activations\\.impl\\.\\w+", "javax.script.ScriptEngineManager");
    assertThat(evil).isNotEqualTo(json);
    entries.put("configuration.json", evil.getBytes(StandardCharsets.UTF_8));

    assertThat(fitting(zip("evil.zip", entries)).getMessage())
        .contains("names the class javax.script.ScriptEngineManager");
  }

  /** Deeplearning4j itself would reserve or read that much and crash the JVM. */
  @Test
  void believesNoLengthOfAnArray() throws Exception {
    for (long length : new long[] {Long.MAX_VALUE, 1L << 40, 1 << 30, 1000, 245, -1}) {
      Map<String, byte[]> entries = entries(layered());
      entries.put("coefficients.bin", coefficients(length, 246));
      assertThat(fitting(zip("patched-" + length + ".zip", entries)).getMessage())
          .contains("claims to hold " + length + " numbers, but its network has 246");
    }
    Map<String, byte[]> entries = entries(layered());
    entries.put("coefficients.bin", coefficients(246, 100));
    assertThat(fitting(zip("short.zip", entries)).getMessage()).contains("is cut off");
  }

  @Test
  void unpacksNoBomb() throws Exception {
    Path bomb = folder.resolve("bomb.zip");
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("configuration.json"));
      for (int i = 0; i < 4096; i++) {
        zip.write(spaces);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(8 << 20);

    assertThat(fitting(bomb).getMessage()).contains("unpacks to more than 16 MiB");
  }

  @Test
  void recognisesItsOwn() throws IOException {
    assertThat(format.recognise(layered())).contains("Deeplearning4j network");
    assertThat(format.recognise(zip("other.zip", Map.of("letter.txt", new byte[9])))).isEmpty();
    assertThat(format.recognise(HostileFiles.resource("keras-unet.h5"))).isEmpty();
    assertThat(format.recognise(folder)).isEmpty();
  }

  /** Draws 1 - 4 relu(mean of 9x9 - grey); its last bend is clip(0.2 x + 0.5, 0, 1). */
  private static MultiLayerNetwork sketcher() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(BLUR, BLUR)
                        .nOut(1)
                        .activation(Activation.RELU)
                        .build())
                .layer(
                    new ConvolutionLayer.Builder(1, 1)
                        .nOut(1)
                        .activation(Activation.HARDSIGMOID)
                        .build())
                .layer(
                    new CnnLossLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.convolutional(32, 32, 3))
                .build());
    network.init();
    INDArray kernel = network.getParam("0_W");
    for (int p = 0; p < GREY.length; p++) {
      for (int y = 0; y < BLUR; y++) {
        for (int x = 0; x < BLUR; x++) {
          double centre = x == BLUR / 2 && y == BLUR / 2 ? 1 : 0;
          kernel.putScalar(new int[] {0, p, y, x}, GREY[p] * (1. / (BLUR * BLUR) - centre));
        }
      }
    }
    network.getParam("1_W").assign(-20);
    network.getParam("1_b").assign(2.5);
    return network;
  }

  private Path layered() throws IOException {
    Path file = folder.resolve("layered.zip");
    ModelSerializer.writeModel(sketcher(), file.toFile(), true);
    return file;
  }

  /** Weights whose header claims one length while there are others. */
  private static byte[] coefficients(long claimed, int there) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (INDArray shape = Nd4j.create(1, there);
        DataOutputStream out = new DataOutputStream(bytes)) {
      shape.shapeInfoDataBuffer().write(out);
      out.writeUTF("MIXED_DATA_TYPES");
      out.writeLong(claimed);
      out.writeUTF("FLOAT");
      for (int i = 0; i < there; i++) {
        out.writeFloat(i);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] serialised(Bait bait) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(bait);
    }
    return bytes.toByteArray();
  }

  private int swallow(byte[] bait) throws Exception {
    Path file = Files.write(folder.resolve("bait"), bait);
    Path classes = Path.of(Bait.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            classes.toString(),
            Bait.class.getName(),
            file.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
    return entries;
  }

  private Path zip(String name, Map<String, byte[]> entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }

  private BadInputException fitting(Path file) {
    return HostileFiles.refusal(
        () -> format.fit(file, HostileFiles.settings(), FacePairs.pairs(1, 24, 24), Progress.NONE));
  }
}
