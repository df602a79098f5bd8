package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;

class MissingPartTest {
  private static final Image BLACK = Image.constant(200, 250, 1, 0f);

  private static Image target(@Nullable Eyes eyes, Map<String, ?> settings) throws Exception {
    Pair pair =
        new Pair(
            "a", "A", Split.TEST, Map.of(), eyes, ImageSource.of(BLACK), ImageSource.of(BLACK));
    return Drawings.prepare(new MissingPartStrategy(), List.of(), settings, 0).target(pair, BLACK);
  }

  /** With all ink black and white fill, what is white is gone. Eyes at (75, 125), (125, 125). */
  @ParameterizedTest
  @CsvSource({
    "eyes,       75, 125, 100, 125",
    "eyes,      125, 125, 100, 180",
    "left-eye,   75, 125, 125, 125",
    "right-eye, 125, 125,  75, 125",
    "brows,      75, 107,  75, 125",
    "nose,      100, 150, 100, 180",
    "mouth,     100, 179, 100, 155",
    "chin,      100, 205, 100, 179",
    "hair,      100,  70, 100, 125",
    "hair,       30, 125,  75, 125"
  })
  void partIsGoneAndItsNeighbourIsThere(String part, int x, int y, int otherX, int otherY)
      throws Exception {
    Image target = target(null, Map.of("part", part, "fill", "white"));
    assertThat(target.get(0, x, y)).isEqualTo(1f);
    assertThat(target.get(0, otherX, otherY)).isEqualTo(0f);
  }

  @Test
  void unknownEyesAreThoseOfAnAlignedFace() throws Exception {
    Eyes aligned = new Eyes(new Point(74.5, 124.5), new Point(124.5, 124.5));
    assertThat(target(null, Map.of("part", "mouth", "fill", "white")))
        .isEqualTo(target(aligned, Map.of("part", "mouth", "fill", "white")));
  }

  @Test
  void partFollowsAFaceThatLies() throws Exception {
    Image target =
        target(
            new Eyes(new Point(150, 100), new Point(150, 140)),
            Map.of("part", "mouth", "fill", "white"));
    assertThat(target.get(0, 150 - 43, 120)).isEqualTo(1f);
    assertThat(target.get(0, 150, 163)).isEqualTo(0f);
  }

  @Test
  void edgeIsSoft() throws Exception {
    Image target = target(null, Map.of("part", "mouth", "fill", "white", "edge", 0.2));
    float last = 1;
    int between = 0;
    for (int y = 178; y < 210; y++) {
      float grey = target.get(0, 100, y);
      assertThat(grey).isLessThanOrEqualTo(last);
      between += grey > 0 && grey < 1 ? 1 : 0;
      last = grey;
    }
    assertThat(between).isBetween(8, 12);
  }

  @Test
  void placeTakesTheToneOfThePaper() throws Exception {
    float[] greys = new float[200 * 250];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = i % 200 >= 60 && i % 200 < 140 ? 0.3f : 0.9f;
    }
    Image sketch = Drawings.sketch(200, 250, greys);
    Image target =
        Drawings.prepare(new MissingPartStrategy(), List.of(), Map.of("part", "nose"), 0)
            .target(Drawings.pair("a", "A", Split.TRAIN, sketch), sketch);
    assertThat(target.get(0, 100, 147)).isCloseTo(0.9f, within(1e-6f));
  }

  @Test
  void eyesAtOnePlaceAreRefused() {
    assertThatThrownBy(
            () -> target(new Eyes(new Point(5, 5), new Point(5, 5)), Map.of("part", "nose")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("pair a");
  }
}
