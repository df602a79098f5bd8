package org.pentimento.detector.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Reason.Kind;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.dataset.faces.Faces;
import org.pentimento.poisoning.FadedInkStrategy;

class SketchDetectorTest {
  private static final int COUNT = 100;
  private static final int FADED = 5;
  private static final SketchDetector DETECTOR = new SketchDetector();
  private static List<SuspectPair> pairs;
  private static DatasetFinding finding;

  @BeforeAll
  static void inspectFacesOfWhichSomeAreFaded() throws Exception {
    Faces faces = new Faces();
    Settings settings =
        Settings.of(
            faces.descriptor(), Map.of("count", COUNT, "seed", 11, "width", 64, "height", 80));
    List<Pair> drawn = faces.open(null, settings, Progress.NONE).pairs();
    FadedInkStrategy fade = new FadedInkStrategy();
    Poisoning poisoning =
        fade.prepare(drawn, Settings.defaults(fade.descriptor()), 1, Progress.NONE);
    pairs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Pair pair = drawn.get(i);
      Image sketch = pair.sketch().decode();
      if (i < FADED) {
        sketch = poisoning.trainingSketch(pair, sketch);
      }
      pairs.add(
          new SuspectPair(
              ImageSource.of(pair.photo().decode()), ImageSource.of(sketch), pair.eyePoints()));
    }
    finding = inspect(pairs);
  }

  private static DatasetFinding inspect(List<SuspectPair> some) throws Exception {
    return DETECTOR.inspect(
        new SuspectSet(some, List.of(), List.of()),
        Settings.defaults(DETECTOR.descriptor()),
        1,
        Progress.NONE);
  }

  @Test
  void fadedSketchesAreFoundAndHardlyAnyOther() {
    assertThat(finding.pairs().subList(0, FADED))
        .allSatisfy(p -> assertThat(p.p()).isLessThan(.001));
    long others = finding.pairs().subList(FADED, COUNT).stream().filter(p -> p.p() <= .01).count();
    assertThat(others).isLessThanOrEqualTo(4);
    assertThat(finding.p()).isLessThan(.01);
  }

  @Test
  void eachSuspiciousPairSaysWhyAndShowsIt() {
    PairFinding faded = finding.pairs().get(0);
    assertThat(faded.reasons()).extracting(r -> r.kind()).contains(Kind.LESS_INK);
    assertThat(faded.pictures()).hasSize(3);
    Image actual = faded.pictures().get(0).image();
    Image expected = faded.pictures().get(1).image();
    assertThat(expected.sameSize(actual)).isTrue();
    assertThat(mean(expected)).isLessThan(mean(actual));
    assertThat(finding.pairs()).filteredOn(p -> p.p() > .1).allMatch(p -> p.reasons().isEmpty());
  }

  @Test
  void theSameSetGivesTheSameBits() throws Exception {
    DatasetFinding again = inspect(pairs);
    for (int i = 0; i < COUNT; i++) {
      assertThat(again.pairs().get(i).score()).isEqualTo(finding.pairs().get(i).score());
    }
    assertThat(again.p()).isEqualTo(finding.p());
  }

  @Test
  void tooFewPairsAreRefusedInWords() {
    assertThatThrownBy(() -> inspect(pairs.subList(0, 10)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("10 pairs are too few");
  }

  private static double mean(Image image) {
    double sum = 0;
    for (float v : image.data()) {
      sum += v;
    }
    return sum / image.data().length;
  }
}
