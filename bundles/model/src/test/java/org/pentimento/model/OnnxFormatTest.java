package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.api.image.Image;
import org.pentimento.platform.Platform;
import org.pentimento.platform.linux.LinuxPlatform;

class OnnxFormatTest {
  private final Platform platform = new LinuxPlatform();
  private final OnnxFormat format = new OnnxFormat(new OnnxEngine(platform), platform);
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "nchw-unit-rgb, nchw, rgb, 0..1, 0..1, 0, 1",
    "nchw-signed-rgb, nchw, rgb, -1..1, -1..1, 0, 1",
    "nhwc-bytes-rgb, nhwc, rgb, 0..255, 0..255, 0, 1",
    "nchw-grey-inverted, nchw, grey, 0..1, 1..0, 0, 1",
    "fixed-48x40, nchw, rgb, 0..1, 0..1, 48, 1",
    "even-sides, nchw, rgb, 0..1, 0..1, 0, 4"
  })
  void findsOutHowANetworkWantsItsPhotos(
      String name,
      String layout,
      String channels,
      String range,
      String output,
      int width,
      int multiple)
      throws Exception {
    Path file = HostileFiles.resource(name + ".onnx");
    List<Pair> known = FacePairs.pairs(3, 45, 51);

    Fit fit = format.fit(file, HostileFiles.settings(), known, Progress.NONE);

    Settings s = fit.settings();
    assertThat(s.text("layout")).isEqualTo(layout);
    assertThat(s.text("channels")).isEqualTo(channels);
    assertThat(s.text("range")).isEqualTo(range);
    assertThat(s.text("output-range")).isEqualTo(output);
    assertThat(s.integer("width")).isEqualTo(width);
    assertThat(s.integer("multiple")).isEqualTo(multiple);
    assertThat(s.text("output")).isEqualTo("sketch");
    assertThat(fit.assumptions())
        .extracting(Assumption::parameter)
        .contains("layout", "channels", "range", "output-range", "output");
    assertThat(fit.assumptions()).allMatch(a -> a.reason().endsWith("."));
    try (Model model = format.open(file, s)) {
      Pair other = FacePairs.pairs(5, 45, 51).get(4);
      Image sketch = model.sketch(List.of(other.photo().decode())).get(0);
      // Padding reaches four pixels in, stretching blurs: wrong ranges differ by far more.
      assertThat(FacePairs.difference(sketch, other.sketch().decode())).isLessThan(.05);
      assertThat(model.parameters()).isGreaterThanOrEqualTo(82);
      assertThat(model.provenance().get("model maker")).startsWith("pytorch 1.13");
      assertThat(model.provenance())
          .containsEntry("model runtime", "ONNX Runtime 1.23.2")
          .containsEntry("model device", "cpu");
    }
  }

  @Test
  void drawsWhatTheNetworkDraws() throws Exception {
    Path file = HostileFiles.resource("nchw-unit-rgb.onnx");
    Fit fit = format.fit(file, HostileFiles.settings(), FacePairs.pairs(2, 40, 40), Progress.NONE);
    Image photo = FacePairs.photo(9, 37, 43);
    try (Model model = format.open(file, fit.settings())) {
      float[] drawn = model.sketch(List.of(photo, photo.grey())).get(0).data();
      float[] wanted = FacePairs.sketch(photo).data();
      for (int i = 0; i < wanted.length; i++) {
        assertThat(drawn[i]).isCloseTo(wanted[i], within(1e-5f));
      }
    }
  }

  @Test
  void saysInOneLineWhyItCannotDraw() throws Exception {
    Settings settings =
        Settings.of(
            format.descriptor(),
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
                "sketch"));
    Image odd = FacePairs.photo(9, 37, 43);
    try (Model model = format.open(HostileFiles.resource("even-sides.onnx"), settings)) {
      assertThatThrownBy(() -> model.sketch(List.of(odd)))
          .message()
          .startsWith("The model ")
          .contains(" cannot draw: its part ")
          .endsWith(".")
          .doesNotContain("\n", "ORT_", "onnxruntime_src", ":.", "..");
    }
  }

  @Test
  void keepsWhatAPersonHasSet() throws Exception {
    Path file = HostileFiles.resource("nchw-unit-rgb.onnx");

    Fit fit =
        format.fit(
            file,
            HostileFiles.settings(
                "range", "-1..1", "channels", "bgr", "width", "32", "height", "48"),
            FacePairs.pairs(2, 40, 40),
            Progress.NONE);

    assertThat(fit.settings().text("range")).isEqualTo("-1..1");
    assertThat(fit.settings().text("channels")).isEqualTo("bgr");
    assertThat(fit.settings().integer("width")).isEqualTo(32);
    assertThat(fit.settings().integer("height")).isEqualTo(48);
    assertThat(fit.assumptions())
        .extracting(Assumption::parameter)
        .doesNotContain("range", "channels", "width", "height");
  }

  @Test
  void opensNothingWhoseWantsAreUnknown() {
    BadInputException e =
        HostileFiles.refusal(
            () ->
                format.open(
                    HostileFiles.resource("nchw-unit-rgb.onnx"),
                    Settings.defaults(format.descriptor())));

    assertThat(e.getMessage()).contains("not known how");
  }

  @Test
  void refusesWeightsOutsideTheFile() {
    BadInputException e = fitting(HostileFiles.resource("external-etc.onnx"));

    assertThat(e.getMessage()).contains("outside itself").contains("/etc/passwd");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(HostileFiles.resource("nchw-unit-rgb.onnx"));
    for (int length : new int[] {0, 1, 7, 100, whole.length / 2, whole.length - 1}) {
      Path cut = folder.resolve("cut-" + length + ".onnx");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(fitting(cut).getMessage()).contains("cannot be used: ");
    }
  }

  @Test
  void refusesWhatIsNoNetwork() throws IOException {
    Path text = folder.resolve("letter.onnx");
    Files.writeString(text, "Dear Sir or Madam, ".repeat(200));

    assertThat(fitting(text).getMessage()).contains("no ONNX file");
  }

  @Test
  void refusesWhatWasSpoilt() throws IOException {
    for (int seed = 0; seed < 8; seed++) {
      byte[] spoilt = Files.readAllBytes(HostileFiles.resource("nchw-unit-rgb.onnx"));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 40; i++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("spoilt-" + seed + ".onnx");
      Files.write(file, spoilt);
      assertThat(fitting(file).getMessage()).doesNotContain("\n", "ORT_").endsWith(".");
    }
  }

  @Test
  void endsWhatNeverEnds() {
    long before = System.nanoTime();

    BadInputException e = fitting(HostileFiles.resource("endless.onnx"), "time-limit", "3");

    assertThat(e.getMessage()).contains("no answer within 3 seconds");
    assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
  }

  @Test
  void boundsTheMemory() {
    BadInputException e = fitting(HostileFiles.resource("greedy.onnx"), "memory", "2048");

    assertThat(e.getMessage()).containsAnyOf("2048 MiB it may have", "allocate", "bad_alloc");
  }

  @Test
  void recognisesItsOwn() throws IOException {
    assertThat(format.recognise(HostileFiles.resource("nchw-unit-rgb.onnx")))
        .contains("ONNX network");
    Path nameless = folder.resolve("model");
    Files.copy(HostileFiles.resource("nchw-unit-rgb.onnx"), nameless);
    assertThat(format.recognise(nameless)).isPresent();
    assertThat(format.recognise(HostileFiles.resource("make-onnx.py"))).isEmpty();
    assertThat(format.recognise(folder)).isEmpty();
  }

  private BadInputException fitting(Path file, String... settings) {
    return HostileFiles.refusal(
        () ->
            format.fit(
                file, HostileFiles.settings(settings), FacePairs.pairs(1, 24, 24), Progress.NONE));
  }
}
