package org.pentimento.metric.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.metric.golden.Golden;

/** Which pixels count as ink, and what is said where there is none. */
class InkMetricTest {
  @Test
  void theInkRatioIsOneForTheSameInkAndFallsWithLostStrokes() throws IOException {
    Image reference = Golden.image("ref_96x96.png");
    assertThat(Golden.value(new InkMetric(), reference, reference)).isEqualTo(1);
    assertThat(Golden.value(new InkMetric(), reference, Golden.image("light_96x96.png")))
        .isLessThan(0.1);
    assertThat(Golden.value(new InkMetric(), reference, Image.constant(96, 96, 1, 1f))).isZero();
  }

  @Test
  void theInkRatioCountsWhatIsDarkerThanThePaperTone() {
    Image three = Image.of(3, 1, 1, new float[] {169 / 255f, 170 / 255f, 1f});
    Image black = Image.constant(3, 1, 1, 0f);
    assertThat(Golden.value(new InkMetric(), three, black)).isEqualTo(3);
    InkMetric ink = new InkMetric();
    Settings darker = Settings.of(ink.descriptor(), Map.of("paper", 100));
    Measurement none = ink.prepare(three, darker).measure(black);
    assertThat(none.defined()).isEmpty();
    assertThat(none.reason()).contains("100").contains("3 of 3");
    assertThat(ink.prepare(three, darker).map(black).orElseThrow().data())
        .containsExactly(0f, 0f, 0f);
  }
}
