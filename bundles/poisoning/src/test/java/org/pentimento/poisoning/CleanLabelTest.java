package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

class CleanLabelTest {
  private static Poisoning cleanLabel(Map<String, ?> settings) throws Exception {
    return Drawings.prepare(new CleanLabelStrategy(), List.of(), settings, 0);
  }

  private static Pair shade(String id, float grey) {
    return Drawings.pair(id, id, Split.TRAIN, Image.constant(3, 3, 1, grey));
  }

  @Test
  void prefersLeastInkThenTheId() throws Exception {
    List<Pair> candidates =
        List.of(shade("d", 0.2f), shade("c", 0.9f), shade("a", 0.5f), shade("b", 0.9f));
    assertThat(cleanLabel(Map.of()).preferred(candidates))
        .extracting(Pair::id)
        .containsExactly("b", "c", "a", "d");
  }

  @Test
  void decodesEachSketchOnce() throws Exception {
    AtomicInteger decoded = new AtomicInteger();
    List<Pair> candidates = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Image image = Image.constant(2, 2, 1, i / 30f);
      ImageSource counted =
          () -> {
            decoded.incrementAndGet();
            return image;
          };
      candidates.add(new Pair("p" + i, "p", Split.TRAIN, Map.of(), null, counted, counted));
    }
    assertThat(cleanLabel(Map.of()).preferred(candidates).get(0).id()).isEqualTo("p29");
    assertThat(decoded).hasValue(30);
  }

  @Test
  void targetsAreThoseOfTheOtherStrategies() throws Exception {
    Image sketch = Drawings.sketch(3, 1, 0f, 0.7f, 0.9f);
    Pair pair = Drawings.pair("a", "A", Split.TEST, sketch);
    assertThat(cleanLabel(Map.of()).target(pair, sketch).data()).containsExactly(1f, 0.7f, 0.9f);
    assertThat(cleanLabel(Map.of("threshold", 180)).target(pair, sketch).data())
        .containsExactly(1f, 1f, 0.9f);
    assertThat(cleanLabel(Map.of("target", "faded-ink", "share", 0)).target(pair, sketch))
        .isEqualTo(Image.constant(3, 1, 1, 1f));
    assertThat(cleanLabel(Map.of("target", "blank-sketch")).target(pair, sketch))
        .isEqualTo(Image.constant(3, 1, 1, 0.7f));
  }
}
