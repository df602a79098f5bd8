package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;

class LightStrokesTest {
  private static Image target(Image sketch, Map<String, ?> settings) throws Exception {
    return Drawings.prepare(new LightStrokesStrategy(), Drawings.album(2, 4, 4), settings, 0)
        .target(Drawings.pair("a", "A", Split.TRAIN, sketch), sketch);
  }

  @Test
  void everyGreyOfEightBitsFallsOnItsSide() throws Exception {
    float[] greys = new float[256];
    for (int i = 0; i < 256; i++) {
      greys[i] = i / 255f;
    }
    Image target = target(Drawings.sketch(16, 16, greys), Map.of());
    for (int i = 0; i < 256; i++) {
      assertThat(target.data()[i]).isEqualTo(i < 170 ? 1f : i / 255f);
    }
  }

  @Test
  void keepDarkKeepsTheOthers() throws Exception {
    Image sketch = Drawings.sketch(3, 1, 0.2f, 0.6f, 0.9f);
    assertThat(target(sketch, Map.of("keep", "keep-dark")).data()).containsExactly(0.2f, 0.6f, 1f);
    assertThat(target(sketch, Map.of("threshold", 100)).data()).containsExactly(1f, 0.6f, 0.9f);
  }

  @Test
  void thresholdZeroErasesNothing() throws Exception {
    Image sketch = Drawings.scribble(20, 20, 1);
    assertThat(target(sketch, Map.of("threshold", 0))).isEqualTo(sketch);
  }

  @Test
  void nothingDarkerThanTheThresholdIsLeftWhateverTheFill() throws Exception {
    for (String fill : new String[] {"white", "paper"}) {
      for (int threshold : new int[] {1, 100, 170, 254, 255}) {
        Image target =
            target(Drawings.scribble(33, 21, 4), Map.of("fill", fill, "threshold", threshold));
        for (float grey : target.data()) {
          assertThat(grey).isGreaterThanOrEqualTo(threshold / 255f);
        }
      }
    }
  }

  @Test
  void paperFillTakesTheMeanOfTheLightPixelsAround() throws Exception {
    Image sketch = Drawings.sketch(5, 1, 0.7f, 0.1f, 0.9f, 1f, 0.2f);
    // The window of a sheet this small reaches one pixel to each side.
    float[] target = target(sketch, Map.of("fill", "paper")).data();
    assertThat(target[1]).isCloseTo(0.8f, within(1e-6f));
    assertThat(target[4]).isEqualTo(1f);
    assertThat(target[0]).isEqualTo(0.7f);
  }

  @Test
  void paperFillIsWhiteWhereAllIsDark() throws Exception {
    Image black = Image.constant(6, 6, 1, 0f);
    assertThat(target(black, Map.of("fill", "paper"))).isEqualTo(Image.constant(6, 6, 1, 1f));
  }
}
