package org.pentimento.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;

/** The documented answers where the metrics' authors have none. */
class EdgeCasesTest {
  private static final Image GREY = Image.constant(96, 96, 1, 0.5f);

  @ParameterizedTest
  @ValueSource(strings = {"200x250", "96x96", "80x64", "260x300", "400x512", "199x251"})
  void aConstantImageHasPhaseCongruencyZeroInFsim(String size) throws IOException {
    Image reference = Golden.image("ref_" + size + ".png");
    FeatureMaps maps = FeatureMaps.of(reference);
    // The flat image's only gradient is where black begins beyond its edge.
    Plane flatGradient = FeatureMaps.of(Golden.image("flat_" + size + ".png")).gradient();
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < maps.congruency().length; i++) {
      double p = maps.congruency()[i];
      double a = maps.gradient().data()[i];
      double b = flatGradient.data()[i];
      sum += 0.85 / (p * p + 0.85) * (2 * a * b + 160) / (a * a + b * b + 160) * p;
      weights += p;
    }

    double found = value(new FsimMetric(), reference, Golden.image("flat_" + size + ".png"));

    assertThat(found).isCloseTo(sum / weights, within(1e-12)).isLessThan(0.5);
  }

  @Test
  void twoConstantImagesHaveNoFsim() {
    assertThat(measure(new FsimMetric(), GREY, GREY).reason()).contains("feature");
    assertThat(measure(new FsimcMetric(), GREY, GREY).reason()).contains("feature");
  }

  @Test
  void aConstantBlockHasContrastZeroAndEnergyOneInScoot() throws IOException {
    Image reference = Golden.image("ref_96x96.png");
    StrokeTexture texture = StrokeTexture.of(Plane.luminance(reference)).orElseThrow();
    double squares = 0;
    for (int i = 0; i < 16; i++) {
      squares += Math.pow(texture.contrast()[i], 2) + Math.pow(texture.energy()[i] - 1, 2);
    }
    assertThat(value(new ScootMetric(), reference, Golden.image("flat_96x96.png")))
        .isCloseTo(1 / (1 + Math.sqrt(squares)), within(1e-12));
    assertThat(value(new ScootMetric(), GREY, Image.constant(96, 96, 1, 0f))).isEqualTo(1);
  }

  @Test
  void scootNeedsNeighboursInEveryBlock() {
    Image tiny = Image.constant(7, 40, 1, 0.5f);
    assertThat(measure(new ScootMetric(), tiny, tiny).defined()).isPresent();
    Image tinier = Image.constant(7, 7, 1, 0.5f);
    assertThat(measure(new ScootMetric(), tinier, tinier).reason()).contains("too small");
  }

  @ParameterizedTest
  @CsvSource({"176,ms-ssim", "175,ms-ssim-4", "88,ms-ssim-4", "87,ms-ssim-3", "11,ms-ssim-1"})
  void msSsimSaysHowManyScalesItHas(int side, String name) throws IOException {
    Image reference = Golden.image("ref_200x250.png").window(50, 60, side, side + 20);
    Image candidate = Golden.image("blur_200x250.png").window(50, 60, side, side + 20);
    Measurement measured = measure(new MsSsimMetric(), reference, candidate);
    assertThat(measured.name()).isEqualTo(name);
    assertThat(measured.defined().orElseThrow()).isBetween(0.2, 0.9999);
  }

  @Test
  void msSsimOfOneScaleIsSsim() throws IOException {
    Image reference = Golden.image("ref_96x96.png").window(20, 20, 20, 21);
    Image candidate = Golden.image("noise_96x96.png").window(20, 20, 20, 21);
    assertThat(value(new MsSsimMetric(), reference, candidate))
        .isCloseTo(value(new SsimMetric(), reference, candidate), within(1e-12));
  }

  @Test
  void ssimNeedsRoomForItsWindow() {
    Image narrow = GREY.window(0, 0, 10, 96);
    assertThat(measure(new SsimMetric(), narrow, narrow).reason()).contains("11x11");
    assertThat(measure(new MsSsimMetric(), narrow, narrow).reason()).contains("11x11");
  }

  @Test
  void theInkRatioIsOneForTheSameInkAndFallsWithLostStrokes() throws IOException {
    Image reference = Golden.image("ref_96x96.png");
    assertThat(value(new InkMetric(), reference, reference)).isEqualTo(1);
    assertThat(value(new InkMetric(), reference, Golden.image("light_96x96.png"))).isLessThan(0.1);
    assertThat(value(new InkMetric(), reference, Image.constant(96, 96, 1, 1f))).isZero();
  }

  @Test
  void theInkRatioCountsWhatIsDarkerThanThePaperTone() {
    Image three = Image.of(3, 1, 1, new float[] {169 / 255f, 170 / 255f, 1f});
    Image black = Image.constant(3, 1, 1, 0f);
    assertThat(value(new InkMetric(), three, black)).isEqualTo(3);
    InkMetric ink = new InkMetric();
    Settings darker = Settings.of(ink.descriptor(), Map.of("paper", 100));
    Measurement none = ink.prepare(three, darker).measure(black);
    assertThat(none.defined()).isEmpty();
    assertThat(none.reason()).contains("100").contains("3 of 3");
    assertThat(ink.prepare(three, darker).map(black).orElseThrow().data())
        .containsExactly(0f, 0f, 0f);
  }

  private static Measurement measure(PairMetric metric, Image reference, Image candidate) {
    return metric.prepare(reference, Settings.defaults(metric.descriptor())).measure(candidate);
  }

  private static double value(PairMetric metric, Image reference, Image candidate) {
    return measure(metric, reference, candidate).defined().orElseThrow();
  }
}
