package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

/** What holds for sketches of every size from 1 to 64. */
class AnySizeTest {
  @Provide
  Arbitrary<PoisoningStrategy> strategies() {
    return Arbitraries.of(EveryStrategyTest.strategies().toList());
  }

  @Property(tries = 300)
  void targetHasTheSizeOfTheTruthAndIsDeterministic(
      @ForAll("strategies") PoisoningStrategy strategy,
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll @IntRange(min = 1, max = 64) int height,
      @ForAll long seed)
      throws Exception {
    Image truth = Drawings.scribble(width, height, seed);
    float[] before = truth.data().clone();
    Pair pair = Drawings.pair("t", "stranger", Split.TEST, truth);
    Poisoning poisoning = Drawings.prepare(strategy, Drawings.album(3, 7, 9), Map.of(), seed);
    Image target = poisoning.target(pair, truth);
    assertThat(target.sameSize(truth)).isTrue();
    assertThat(target.planes()).isEqualTo(1);
    assertThat(poisoning.target(pair, truth)).isEqualTo(target);
    assertThat(truth.data()).isEqualTo(before);
  }

  @Property(tries = 300)
  void lightStrokesLeaveNoDarkPixelAndTouchNoLightOne(
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll @IntRange(min = 1, max = 64) int height,
      @ForAll @IntRange(max = 255) int threshold,
      @ForAll boolean paper,
      @ForAll long seed) {
    Image truth = Drawings.scribble(width, height, seed);
    float limit = threshold / 255f;
    Image target = new LightStrokes(limit, false, paper).redraw(truth);
    for (int i = 0; i < truth.data().length; i++) {
      assertThat(target.data()[i]).isGreaterThanOrEqualTo(limit);
      if (truth.data()[i] >= limit) {
        assertThat(target.data()[i]).isEqualTo(truth.data()[i]);
      }
    }
  }

  @Property(tries = 300)
  void resamplingInventsNoTone(
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll @IntRange(min = 1, max = 64) int height,
      @ForAll @IntRange(min = 1, max = 64) int newWidth,
      @ForAll @IntRange(min = 1, max = 64) int newHeight) {
    Image even = Image.constant(width, height, 1, 0.625f);
    assertThat(Resampling.bilinear(even, newWidth, newHeight))
        .isEqualTo(Image.constant(newWidth, newHeight, 1, 0.625f));
  }

  @Property(tries = 300)
  void derangementNeverMapsToTheOwnIdentity(
      @ForAll @IntRange(min = 2, max = 26) int persons, @ForAll long seed) {
    List<Pair> album = Drawings.album(persons, 1, 1);
    List<Pair> onePerPerson =
        album.stream().filter(p -> Integer.parseInt(p.id().substring(2)) % 2 == 0).toList();
    Derangement derangement = Derangement.draw(onePerPerson, seed);
    assertThat(album).allMatch(pair -> !derangement.donor(pair).identity().equals(pair.identity()));
  }
}
