package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability.InputGradient;
import org.pentimento.api.generator.Model;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.platform.Platform;
import org.pentimento.platform.linux.LinuxPlatform;

class OnnxGradientTest {
  private final Platform platform = new LinuxPlatform();
  private final OnnxFormat format = new OnnxFormat(new OnnxEngine(platform), platform);
  @TempDir Path folder;

  private Model open(Path file, String... conventions) throws Exception {
    Map<String, String> settings =
        HostileFiles.settings(
            "layout",
            "nchw",
            "channels",
            "rgb",
            "range",
            "0..1",
            "output-range",
            "0..1",
            "multiple",
            "1",
            "output",
            "sketch");
    for (int i = 0; i < conventions.length; i += 2) {
      settings.put(conventions[i], conventions[i + 1]);
    }
    return format.open(file, Settings.of(format.descriptor(), settings));
  }

  /** Every convention, with photos that are padded or stretched. */
  @ParameterizedTest
  @CsvSource({
    "nchw-unit-rgb, nchw, rgb, 0..1, 0..1, 0, 0, 1",
    "nchw-unit-rgb, nchw, bgr, imagenet, 0..1, 0, 0, 8",
    "nchw-signed-rgb, nchw, rgb, -1..1, -1..1, 0, 0, 1",
    "nhwc-bytes-rgb, nhwc, rgb, 0..255, 0..255, 0, 0, 1",
    "nchw-grey-inverted, nchw, grey, 0..1, 1..0, 0, 0, 1",
    "fixed-48x40, nchw, rgb, 0..1, 0..1, 48, 40, 1",
    "even-sides, nchw, rgb, 0..1, 0..1, 0, 0, 4"
  })
  void goesBackThroughWhatPhotosAndSketchesGoThrough(
      String name,
      String layout,
      String channels,
      String range,
      String outputRange,
      String width,
      String height,
      String multiple)
      throws Exception {
    try (Model model =
        open(
            HostileFiles.resource(name + ".onnx"),
            "layout",
            layout,
            "channels",
            channels,
            "range",
            range,
            "output-range",
            outputRange,
            "width",
            width,
            "height",
            height,
            "multiple",
            multiple)) {
      GradientChecks.tellsWhatChanges(model, 45, 51, 1e-2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unet-48x40", "everything", "everything-17", "attention"})
  void goesBackThroughNetworksThatPeopleTrain(String name) throws Exception {
    try (Model model = open(HostileFiles.resource(name + ".onnx"), "width", "48", "height", "40")) {
      GradientChecks.tellsWhatChanges(model, 48, 40, 1e-2);
    }
  }

  @Test
  void goesBackForPhotosOfOneSizeAfterTheOther() throws Exception {
    try (Model model = open(HostileFiles.resource("unet.onnx"), "multiple", "8")) {
      GradientChecks.tellsWhatChanges(model, 64, 80, 1e-2);
      GradientChecks.tellsWhatChanges(model, 30, 41, 1e-2);
    }
  }

  /** A graph that begins with {@code grey}, the photo's. */
  private static OnnxGraph grey() {
    OnnxGraph graph =
        new OnnxGraph(name -> Tensor.of(List.of(1, 3, 1, 1), new float[] {.3f, .3f, .3f}));
    graph.add("Conv", "grey", List.of("photo", graph.weight("w", List.of(1, 3, 1, 1))));
    return graph;
  }

  private Path written(OnnxGraph graph) throws Exception {
    Path file = folder.resolve("written.onnx");
    graph.write(file, "photo", "sketch", new OnnxGraph.Producer("hand", "1"), Map.of());
    return file;
  }

  private Path with(String operator, Attribute... attributes) throws Exception {
    OnnxGraph graph = grey();
    graph.add(operator, "sketch", List.of("grey"), attributes);
    return written(graph);
  }

  @Test
  void namesTheOperatorThatHasNoGradient() throws Exception {
    try (Model model = open(with("Sin"))) {
      assertThat(model.capability(InputGradient.class)).isEmpty();
      assertThat(model.lacks(InputGradient.class))
          .isEqualTo("no gradient is known for its operator Sin");
      assertThat(model.sketch(List.of(FacePairs.photo(1, 20, 24)))).hasSize(1);
    }
  }

  @Test
  void namesTheOperatorThatAsksForSomethingUnknown() throws Exception {
    try (Model model = open(with("Elu", Attribute.of("alpha", -1f)))) {
      assertThat(model.lacks(InputGradient.class))
          .isEqualTo("its operator Elu has an alpha of -1.0");
    }
  }

  @Test
  void doesNotTrustANetworkThatDrawsOtherwiseTheSecondTime() throws Exception {
    OnnxGraph graph = grey();
    String chance =
        graph.add(
            "RandomUniform",
            "chance",
            List.of(),
            Attribute.of("shape", 1, 1, 64, 64),
            Attribute.of("high", .01f));
    graph.add("Add", "sketch", List.of("grey", chance));
    try (Model model = open(written(graph))) {
      assertThat(model.capability(InputGradient.class)).isEmpty();
      assertThat(model.lacks(InputGradient.class))
          .isEqualTo("it draws otherwise when gradients can go back");
    }
  }

  /** Grey in forty steps: flat almost everywhere, and yet it follows the photo. */
  @Test
  void doesNotTrustAGradientThatSketchesDoNotFollow() throws Exception {
    OnnxGraph graph = grey();
    List<String> steps = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      float at = i / 40f;
      steps.add(
          graph.add(
              "HardSigmoid",
              "step" + i,
              List.of("grey"),
              Attribute.of("alpha", 1e6f),
              Attribute.of("beta", -1e6f * at)));
    }
    String sum = graph.add("Sum", "sum", steps);
    graph.add("Mul", "sketch", List.of(sum, graph.constant("share", 1 / 40f)));
    try (Model model = open(written(graph))) {
      assertThat(model.lacks(InputGradient.class))
          .isEqualTo("its sketches do not change as its gradient says");
    }
  }
}
