package org.pentimento.metric.fsim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.image.Image;
import org.pentimento.metric.golden.Golden;
import org.pentimento.metric.plane.Plane;

/** What FSIM and FSIMc answer for images without features, where their authors have no answer. */
class FsimMetricTest {
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

    double found = Golden.value(new FsimMetric(), reference, Golden.image("flat_" + size + ".png"));

    assertThat(found).isCloseTo(sum / weights, within(1e-12)).isLessThan(0.5);
  }

  @Test
  void twoConstantImagesHaveNoFsim() {
    assertThat(Golden.measure(new FsimMetric(), GREY, GREY).reason()).contains("feature");
    assertThat(Golden.measure(new FsimcMetric(), GREY, GREY).reason()).contains("feature");
  }
}
