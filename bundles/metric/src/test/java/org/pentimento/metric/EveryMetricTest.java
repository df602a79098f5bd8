package org.pentimento.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric.Direction;
import org.pentimento.api.metric.Metric.Scale;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.fsim.FsimMetric;
import org.pentimento.metric.fsim.FsimcMetric;
import org.pentimento.metric.golden.Golden;
import org.pentimento.metric.structure.GmsdMetric;
import org.pentimento.metric.structure.MsSsimMetric;
import org.pentimento.metric.structure.SsimMetric;
import org.pentimento.metric.structure.VifpMetric;
import org.pentimento.metric.texture.ScootMetric;
import org.pentimento.metric.tone.InkMetric;
import org.pentimento.metric.tone.PsnrMetric;

/** What holds for every metric of a pair, whatever the images. */
class EveryMetricTest {
  static Stream<PairMetric> metrics() {
    return Stream.of(
        new PsnrMetric(),
        new SsimMetric(),
        new MsSsimMetric(),
        new FsimMetric(),
        new FsimcMetric(),
        new GmsdMetric(),
        new ScootMetric(),
        new VifpMetric(),
        new InkMetric());
  }

  @Test
  void theIdsAreTheAgreedOnes() {
    assertThat(metrics().map(m -> m.descriptor().id()))
        .containsExactly(
            "psnr", "ssim", "ms-ssim", "fsim", "fsimc", "gmsd", "scoot", "vifp", "ink");
    assertThat(metrics().map(m -> m.descriptor().citation())).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void answersForEverySizeAndExtreme(PairMetric metric) {
    for (int width = 1; width <= 40; width++) {
      for (int height : new int[] {1, 7, width, 40}) {
        List<Image> images = extremes(width, height);
        for (Image reference : images) {
          PairMetric.Reference prepared = prepare(metric, reference);
          for (Image candidate : images) {
            check(metric, prepared, candidate);
          }
        }
      }
    }
  }

  private static void check(PairMetric metric, PairMetric.Reference prepared, Image candidate) {
    Measurement measured = prepared.measure(candidate);
    Scale scale = metric.scale();
    // A measurement refuses what is not finite, an image refuses what is not a number.
    assertThat(measured.name()).startsWith(metric.descriptor().id());
    measured
        .defined()
        .ifPresent(
            value ->
                assertThat(value)
                    .as("%s of %s", measured.name(), candidate)
                    .isBetween(scale.minimum() - 1e-6, scale.maximum() + 1e-6));
    prepared.map(candidate).ifPresent(map -> assertThat(map.planes()).isEqualTo(1));
  }

  private static List<Image> extremes(int width, int height) {
    SplittableRandom random = new SplittableRandom(31L * width + height);
    float[] noise = new float[width * height];
    float[] colour = new float[3 * width * height];
    float[] checks = new float[width * height];
    float[] dot = new float[width * height];
    for (int i = 0; i < colour.length; i++) {
      colour[i] = random.nextInt(256) / 255f;
    }
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextInt(256) / 255f;
      checks[i] = (i / width + i % width) % 2;
    }
    dot[dot.length / 2] = 1e-7f;
    return List.of(
        Image.constant(width, height, 1, 0f),
        Image.constant(width, height, 3, 1f),
        Image.of(width, height, 1, noise),
        Image.of(width, height, 3, colour),
        Image.of(width, height, 1, checks),
        Image.of(width, height, 1, dot));
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void refusesACandidateOfAnotherSize(PairMetric metric) {
    PairMetric.Reference prepared = prepare(metric, Image.constant(40, 50, 1, 0.5f));
    assertThatThrownBy(() -> prepared.measure(Image.constant(50, 40, 1, 0.5f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("50x40");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void oneReferenceServesManyThreads(PairMetric metric) throws Exception {
    PairMetric.Reference prepared = prepare(metric, Golden.image("ref_96x96.png"));
    List<Image> candidates = new ArrayList<>();
    List<Measurement> alone = new ArrayList<>();
    for (String kind : List.of("light", "blur", "noise", "shift", "other", "flat")) {
      candidates.add(Golden.image(kind + "_96x96.png"));
      alone.add(prepared.measure(candidates.get(candidates.size() - 1)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Measurement>> together = new ArrayList<>();
      for (int i = 0; i < 48; i++) {
        Image candidate = candidates.get(i % candidates.size());
        together.add(pool.submit(() -> prepared.measure(candidate)));
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % alone.size()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void anImageIsMostLikeItself(PairMetric metric) throws IOException {
    Image reference = Golden.image("ref_96x96.png");
    PairMetric.Reference prepared = prepare(metric, reference);
    double best = metric.scale().better() == Direction.LOWER ? 0 : 1;
    // PSNR of identical images is undefined.
    prepared
        .measure(reference)
        .defined()
        .ifPresent(value -> assertThat(value).isCloseTo(best, within(1e-9)));
    prepared
        .map(reference)
        .ifPresent(
            map -> {
              for (float v : map.data()) {
                assertThat(v).isGreaterThan(0.999999f);
              }
            });
  }

  private static PairMetric.Reference prepare(PairMetric metric, Image reference) {
    return metric.prepare(reference, Settings.defaults(metric.descriptor()));
  }
}
