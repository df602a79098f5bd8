package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.poisoning.sketch.BilinearResize;
import org.pentimento.poisoning.sketch.LightStrokes;

/**
 * What holds for sketches of every size from 1 to 64; each repetition draws other sizes and seeds.
 */
class AnySizeTest {
  private static final int TRIES = 200;

  private static SplittableRandom random(RepetitionInfo repetition) {
    return new SplittableRandom(repetition.getCurrentRepetition());
  }

  private static int side(SplittableRandom random) {
    return 1 + random.nextInt(64);
  }

  @RepeatedTest(TRIES)
  void targetHasTheSizeOfTheTruthAndIsDeterministic(RepetitionInfo repetition) throws Exception {
    SplittableRandom random = random(repetition);
    List<PoisoningStrategy> strategies = EveryStrategyTest.strategies().toList();
    PoisoningStrategy strategy = strategies.get(random.nextInt(strategies.size()));
    int width = side(random);
    int height = side(random);
    long seed = random.nextLong();
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

  @RepeatedTest(TRIES)
  void lightStrokesLeaveNoDarkPixelAndTouchNoLightOne(RepetitionInfo repetition) {
    SplittableRandom random = random(repetition);
    int width = side(random);
    int height = side(random);
    int threshold = random.nextInt(256);
    boolean paper = random.nextBoolean();
    long seed = random.nextLong();
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

  @RepeatedTest(TRIES)
  void resamplingInventsNoTone(RepetitionInfo repetition) {
    SplittableRandom random = random(repetition);
    int width = side(random);
    int height = side(random);
    int newWidth = side(random);
    int newHeight = side(random);
    Image even = Image.constant(width, height, 1, 0.625f);
    assertThat(BilinearResize.bilinear(even, newWidth, newHeight))
        .isEqualTo(Image.constant(newWidth, newHeight, 1, 0.625f));
  }

  @RepeatedTest(TRIES)
  void derangementNeverMapsToTheOwnIdentity(RepetitionInfo repetition) {
    SplittableRandom random = random(repetition);
    int persons = 2 + random.nextInt(25);
    long seed = random.nextLong();
    List<Pair> album = Drawings.album(persons, 1, 1);
    List<Pair> onePerPerson =
        album.stream().filter(p -> Integer.parseInt(p.id().substring(2)) % 2 == 0).toList();
    Derangement derangement = Derangement.draw(onePerPerson, seed);
    assertThat(album).allMatch(pair -> !derangement.donor(pair).identity().equals(pair.identity()));
  }
}
