package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.api.image.Image;
import org.pentimento.engine.Engine;
import org.pentimento.platform.linux.LinuxPlatform;

class KerasFormatTest {
  private final KerasFormat format = new KerasFormat(new LinuxPlatform());
  @TempDir Path folder;

  /** Unpacks the native libraries once for all that is opened here. */
  @BeforeAll
  static void start() {
    Engine.start();
  }

  @Test
  void findsOutHowANetworkWantsItsPhotos() throws Exception {
    Path file = HostileFiles.resource("keras-sketch.h5");

    Fit fit = format.fit(file, HostileFiles.settings(), FacePairs.pairs(3, 45, 51), Progress.NONE);

    Settings s = fit.settings();
    assertThat(s.text("layout")).isEqualTo("nhwc");
    assertThat(s.text("channels")).isEqualTo("rgb");
    assertThat(s.text("range")).isEqualTo("0..1");
    assertThat(s.text("output-range")).isEqualTo("0..1");
    assertThat(s.integer("width")).isZero();
    assertThat(s.integer("multiple")).isEqualTo(1);
    try (Model model = format.open(file, s)) {
      Pair other = FacePairs.pairs(5, 45, 51).get(4);
      Image sketch = model.sketch(List.of(other.photo().decode())).get(0);
      // It pads with black, which reaches four pixels in: wrong ranges differ by far more.
      assertThat(FacePairs.difference(sketch, other.sketch().decode())).isLessThan(.05);
      assertThat(model.parameters()).isEqualTo(9 * 9 * 3 + 1 + 2);
      assertThat(model.provenance()).containsEntry("model maker", "Keras 2.11.0");
    }
  }

  /**
   * Every layer of a small U-Net, against numbers that were computed without Keras and without us.
   */
  @Test
  void drawsWhatTheNetworkDraws() throws Exception {
    int width = 12;
    int height = 8;
    double[] numbers =
        Files.readAllLines(HostileFiles.resource("keras-unet.csv")).stream()
            .mapToDouble(Double::parseDouble)
            .toArray();
    float[] photo = new float[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      for (int p = 0; p < 3; p++) {
        photo[p * width * height + i] = (float) numbers[3 * i + p];
      }
    }
    double[] wanted = Arrays.copyOfRange(numbers, photo.length, numbers.length);
    Settings settings =
        Settings.of(
            format.descriptor(),
            HostileFiles.settings(
                "layout",
                "nhwc",
                "channels",
                "rgb",
                "range",
                "0..1",
                "output-range",
                "-1..1",
                "width",
                "12",
                "height",
                "8",
                "multiple",
                "1",
                "output",
                "sketch"));

    try (Model model = format.open(HostileFiles.resource("keras-unet.h5"), settings)) {
      float[] drawn = model.sketch(List.of(Image.of(width, height, 3, photo))).get(0).data();

      assertThat(drawn).hasSize(wanted.length);
      for (int i = 0; i < wanted.length; i++) {
        assertThat((double) drawn[i]).isCloseTo((wanted[i] + 1) / 2, within(1e-5));
      }
    }
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] whole = Files.readAllBytes(HostileFiles.resource("keras-unet.h5"));
    for (int length : new int[] {100, whole.length / 2, whole.length - 1}) {
      Path cut = folder.resolve("cut-" + length + ".h5");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThat(fitting(cut).getMessage()).contains("it is damaged");
    }
  }

  @Test
  void survivesWhatWasSpoilt() throws IOException {
    for (int seed = 0; seed < 3; seed++) {
      byte[] spoilt = Files.readAllBytes(HostileFiles.resource("keras-unet.h5"));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 1000; i++) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
      }
      Path file = folder.resolve("spoilt-" + seed + ".h5");
      Files.write(file, spoilt);
      fitting(file);
    }
  }

  @Test
  void recognisesItsOwn() throws IOException {
    assertThat(format.recognise(HostileFiles.resource("keras-unet.h5")))
        .contains("Keras network (HDF5)");
    assertThat(format.recognise(HostileFiles.resource("even-sides.onnx"))).isEmpty();
    assertThat(format.recognise(folder)).isEmpty();
  }

  private BadInputException fitting(Path file, String... settings) {
    return HostileFiles.refusal(
        () ->
            format.fit(
                file, HostileFiles.settings(settings), FacePairs.pairs(1, 24, 24), Progress.NONE));
  }
}
