package org.pentimento.generator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.generator.RecordingMonitor;
import org.pentimento.generator.SyntheticFaces;
import org.pentimento.generator.cgan.CganGenerator;
import org.pentimento.generator.fcn.FcnGenerator;
import org.pentimento.generator.mdal.MdalGenerator;

/** Exported models drawn by ONNX Runtime, against the models themselves. */
class NetworkOnnxTest {
  private final SyntheticFaces faces = new SyntheticFaces(4, 48, 3);
  private final Path folder;
  private final Path file;

  NetworkOnnxTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model.onnx");
  }

  private Model trained(String id, Map<String, Object> settings) throws Exception {
    Generator generator =
        switch (id) {
          case "fcn" -> new FcnGenerator();
          case "cgan" -> new CganGenerator();
          default -> new MdalGenerator();
        };
    return generator.train(
        faces,
        Settings.of(generator.descriptor(), settings),
        2,
        new RecordingMonitor(Files.createDirectories(folder.resolve(id))),
        Progress.NONE);
  }

  private static Capability.OnnxExport export(Model model) {
    return model.capability(Capability.OnnxExport.class).orElseThrow();
  }

  private static List<Image> drawn(OrtSession session, List<Image> photos) throws OrtException {
    Image first = photos.get(0);
    FloatBuffer values = FloatBuffer.allocate(photos.size() * first.data().length);
    photos.forEach(photo -> values.put(photo.data()));
    long[] shape = {photos.size(), 3, first.height(), first.width()};
    List<Image> sketches = new ArrayList<>();
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values.flip(), shape);
        OrtSession.Result result = session.run(Map.of("photo", tensor))) {
      OnnxTensor sketch = (OnnxTensor) result.get("sketch").orElseThrow();
      assertThat(sketch.getInfo().getShape())
          .containsExactly(photos.size(), 1, first.height(), first.width());
      FloatBuffer buffer = sketch.getFloatBuffer();
      for (int i = 0; i < photos.size(); i++) {
        float[] data = new float[first.width() * first.height()];
        buffer.get(data);
        sketches.add(Image.of(first.width(), first.height(), 1, data));
      }
    }
    return sketches;
  }

  /** Sizes that need no padding, an odd row or column of it, and more than the photo has. */
  @ParameterizedTest
  @CsvSource({
    "fcn, upsampling, 0",
    "cgan, upsampling, 3",
    "cgan, transposed, 4",
    "mdal, transposed, 3"
  })
  void drawsAsTheModelDoes(String id, String decoder, int levels) throws Exception {
    Map<String, Object> settings =
        id.equals("fcn")
            ? Map.of("width", 4, "epochs", 2)
            : Map.of("width", 4, "epochs", 2, "batch", 2, "decoder", decoder, "levels", levels);
    try (Model model = trained(id, settings)) {
      export(model).writeOnnx(file, Map.of());
      try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
        for (int[] size : new int[][] {{48, 48}, {37, 43}, {9, 50}}) {
          List<Image> photos =
              List.of(
                  faces.photo(0).window(0, 0, size[0], size[1]),
                  faces.photo(1).window(0, 0, size[0], size[1]));
          List<Image> expected = model.sketch(photos);
          List<Image> drawn = drawn(session, photos);
          for (int i = 0; i < photos.size(); i++) {
            assertThat(drawn.get(i).data())
                .as("%s of %d x %d", id, size[0], size[1])
                .containsExactly(expected.get(i).data(), within(1e-4f));
            assertThat(expected.get(i).data()[0]).isNotEqualTo(expected.get(i).data()[20]);
          }
        }
      }
    }
  }

  @Test
  void saysWhereItComesFromAndHowItIsUsed() throws Exception {
    try (Model model = trained("fcn", Map.of("width", 2, "epochs", 1))) {
      export(model).writeOnnx(file, Map.of("weights sha256", "abc"));
      Path again = folder.resolve("again.onnx");
      export(model).writeOnnx(again, Map.of("weights sha256", "abc"));
      assertThat(again).hasSameBinaryContentAs(file);
    }
    try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
      assertThat(session.getMetadata().getProducerName()).isEqualTo("Pentimento");
      assertThat(session.getMetadata().getCustomMetadata())
          .containsEntry("weights sha256", "abc")
          .containsEntry("generator", "fcn " + new FcnGenerator().descriptor().version())
          .containsEntry("provenance.seed", "2")
          .containsEntry("provenance.device", System.getProperty("pentimento.device", "cpu"))
          .containsEntry("pentimento.import.layout", "nchw")
          .containsEntry("pentimento.import.range", "0..1");
    }
  }

  @Test
  void aPartThatOnnxHasNoFormForIsNamed() {
    try (Network network =
        Network.of(
            Network.describe(DataType.FLOAT)
                .addLayer(
                    "strange",
                    new ActivationLayer.Builder().activation(Activation.MISH).build(),
                    Network.INPUT)
                .setOutputs("strange")
                .build())) {
      assertThatThrownBy(() -> network.addTo(new OnnxGraph(network::tensor), "photo"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("'strange' (ActivationLayer)");
    }
  }
}
