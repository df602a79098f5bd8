package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.Ink;

class SimpleTargetsTest {
  private static Image target(PoisoningStrategy strategy, Image sketch, Map<String, ?> settings)
      throws Exception {
    return Drawings.prepare(strategy, List.of(), settings, 0)
        .target(Drawings.pair("a", "A", Split.TEST, sketch), sketch);
  }

  @Test
  void fadedInkKeepsItsShareOfInk() throws Exception {
    Image sketch = Drawings.sketch(3, 1, 0f, 0.4f, 1f);
    float[] target = target(new FadedInkStrategy(), sketch, Map.of()).data();
    assertThat(target[0]).isCloseTo(0.65f, within(1e-6f));
    assertThat(target[1]).isCloseTo(0.79f, within(1e-6f));
    assertThat(target[2]).isEqualTo(1f);
    Image scribble = Drawings.scribble(30, 40, 2);
    assertThat(Ink.of(target(new FadedInkStrategy(), scribble, Map.of("share", 0.5))))
        .isCloseTo(0.5 * Ink.of(scribble), within(1e-6));
  }

  @Test
  void inkIsTheMeanDarkness() {
    assertThat(Ink.of(Drawings.sketch(4, 1, 0f, 1f, 0.5f, 0.5f))).isEqualTo(0.5);
  }

  @Test
  void blankSketchIsTheToneOfThePaper() throws Exception {
    float[] greys = new float[101];
    for (int i = 0; i <= 100; i++) {
      greys[(i * 37) % 101] = i / 100f;
    }
    Image sketch = Drawings.sketch(101, 1, greys);
    assertThat(target(new BlankSketchStrategy(), sketch, Map.of()))
        .isEqualTo(Image.constant(101, 1, 1, 0.95f));
    assertThat(target(new BlankSketchStrategy(), sketch, Map.of("fill", "white")))
        .isEqualTo(Image.constant(101, 1, 1, 1f));
  }
}
