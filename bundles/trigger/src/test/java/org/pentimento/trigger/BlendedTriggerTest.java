package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class BlendedTriggerTest {
  private final BlendedTrigger trigger = new BlendedTrigger(new FileCodec());

  @Test
  void addsTheSamePatternToEveryPhoto() throws IOException {
    Image black = Stamps.stamp(trigger, Image.constant(9, 7, 3, 0f), Map.of(), 4);
    Image light = Stamps.stamp(trigger, Image.constant(9, 7, 3, 0.5f), Map.of(), 4);
    for (int i = 0; i < black.data().length; i++) {
      assertThat(light.data()[i]).isCloseTo(black.data()[i] + 0.8f * 0.5f, within(1e-6f));
    }
  }

  @Test
  void noiseIsUniform() throws IOException {
    Image noise = Stamps.stamp(trigger, Image.constant(100, 100, 3, 0f), Map.of("ratio", 1), 4);
    double sum = 0;
    double squares = 0;
    for (float value : noise.data()) {
      sum += value;
      squares += value * value;
    }
    // Mean 1/2 and mean square 1/3, each within about five standard errors of 30,000 draws.
    assertThat(sum / 30000).isCloseTo(0.5, within(0.009));
    assertThat(squares / 30000).isCloseTo(1.0 / 3, within(0.009));
  }

  @Test
  void ratioZeroIsTheCleanPhoto() throws IOException {
    Image photo = Stamps.grain(9, 7, 3);
    assertThat(Stamps.stamp(trigger, photo, Map.of("ratio", 0), 4)).isEqualTo(photo);
  }

  @Test
  void patternIsTheSequenceOfSplitMix64() throws IOException {
    Image noise = Stamps.stamp(trigger, Image.constant(2, 1, 1, 0f), Map.of("ratio", 1), 42);
    // The first two outputs for seed 42 are 0xbdd732262feb6e95 and 0x28efe333b266f103.
    assertThat(noise.data())
        .containsExactly(
            (float) (0xbdd732262feb6e95L >>> 11) / (1L << 53),
            (float) (0x28efe333b266f103L >>> 11) / (1L << 53));
  }
}
