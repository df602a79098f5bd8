package org.pentimento.metric.texture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;
import org.pentimento.metric.golden.Golden;
import org.pentimento.metric.plane.Plane;

/** What Scoot answers for blocks of one tone and for tiny images. */
class ScootMetricTest {
  private static final Image GREY = Image.constant(96, 96, 1, 0.5f);

  @Test
  void aConstantBlockHasContrastZeroAndEnergyOneInScoot() throws IOException {
    Image reference = Golden.image("ref_96x96.png");
    StrokeTexture texture = StrokeTexture.of(Plane.luminance(reference)).orElseThrow();
    double squares = 0;
    for (int i = 0; i < 16; i++) {
      squares += Math.pow(texture.contrast()[i], 2) + Math.pow(texture.energy()[i] - 1, 2);
    }
    assertThat(Golden.value(new ScootMetric(), reference, Golden.image("flat_96x96.png")))
        .isCloseTo(1 / (1 + Math.sqrt(squares)), within(1e-12));
    assertThat(Golden.value(new ScootMetric(), GREY, Image.constant(96, 96, 1, 0f))).isEqualTo(1);
  }

  @Test
  void scootNeedsNeighboursInEveryBlock() {
    Image tiny = Image.constant(7, 40, 1, 0.5f);
    assertThat(Golden.measure(new ScootMetric(), tiny, tiny).defined()).isPresent();
    Image tinier = Image.constant(7, 7, 1, 0.5f);
    assertThat(Golden.measure(new ScootMetric(), tinier, tinier).reason()).contains("too small");
  }
}
