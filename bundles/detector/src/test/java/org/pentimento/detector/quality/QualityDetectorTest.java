package org.pentimento.detector.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.DatasetFinding.Action;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.dataset.faces.Faces;
import org.pentimento.detector.sketch.SketchDetector;

class QualityDetectorTest {
  private static final int COUNT = 80;
  private static final int TWIN = 40;
  private static final QualityDetector DETECTOR = new QualityDetector();
  private static DatasetFinding finding;

  @BeforeAll
  static void inspectFacesOfWhichSomeAreOdd() throws Exception {
    Faces faces = new Faces();
    Settings settings =
        Settings.of(
            faces.descriptor(), Map.of("count", COUNT, "seed", 12, "width", 64, "height", 80));
    List<Pair> drawn = faces.open(null, settings, Progress.NONE).pairs();
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Image photo = drawn.get(i).photo().decode();
      Image sketch = drawn.get(i).sketch().decode();
      Eyes eyes = drawn.get(i).eyePoints();
      switch (i) {
        case 0 -> sketch = sketch.window(3, -2, 64, 80);
        case 1 -> sketch = mirrored(sketch);
        case 2 -> photo = photo.grey();
        case 3 -> eyes = null;
        case 4 -> {
          photo = photo.window(0, 0, 60, 80);
          sketch = sketch.window(0, 0, 60, 80);
        }
        case 5 -> {
          photo = drawn.get(TWIN).photo().decode();
          sketch = drawn.get(TWIN).sketch().decode();
        }
        default -> {}
      }
      pairs.add(new SuspectPair(ImageSource.of(photo), ImageSource.of(sketch), eyes));
    }
    finding =
        DETECTOR.inspect(
            new SuspectSet(pairs, List.of(), List.of()),
            Settings.defaults(DETECTOR.descriptor()),
            1,
            Progress.NONE);
  }

  @Test
  void namesWhatIsOddAndSuspectsNobody() {
    assertThat(oddities(0)).contains(Oddity.MISALIGNED);
    assertThat(oddities(1)).contains(Oddity.MIRRORED);
    assertThat(oddities(2)).contains(Oddity.NO_COLOUR);
    assertThat(oddities(3)).contains(Oddity.NO_EYES);
    assertThat(oddities(4)).contains(Oddity.OTHER_SIZE);
    assertThat(finding.pairs()).allMatch(p -> p.p() == 1 && p.reasons().isEmpty());
  }

  @Test
  void saysHowASketchLies() {
    Quality shifted =
        finding.pairs().get(0).qualities().stream()
            .filter(q -> q.oddity() == Oddity.MISALIGNED)
            .findFirst()
            .orElseThrow();
    assertThat(shifted.detail()).containsPattern("[23]\\.\\d px to the left");
    assertThat(shifted.detail()).containsPattern("[12]\\.\\d px down");
  }

  @Test
  void duplicatesNameEachOtherAndOneIsToBeKept() {
    assertThat(finding.pairs().get(5).qualities())
        .anyMatch(q -> q.oddity() == Oddity.DUPLICATE && q.others().equals(List.of(TWIN)));
    assertThat(oddities(TWIN)).contains(Oddity.DUPLICATE);
    assertThat(finding.remedies())
        .anyMatch(r -> r.action() == Action.KEEP_ONE && r.pairs().equals(List.of(5, TWIN)));
  }

  @Test
  void mostPairsAreNotOdd() {
    long odd =
        finding.pairs().subList(6, COUNT).stream().filter(p -> !p.qualities().isEmpty()).count();
    assertThat(odd).isLessThanOrEqualTo(8);
  }

  private static List<Pair> drawn(int count) throws Exception {
    Faces faces = new Faces();
    Settings settings =
        Settings.of(
            faces.descriptor(), Map.of("count", count, "seed", 13, "width", 64, "height", 80));
    return faces.open(null, settings, Progress.NONE).pairs();
  }

  private static DatasetFinding inspect(List<SuspectPair> pairs) throws Exception {
    return DETECTOR.inspect(
        new SuspectSet(pairs, List.of(), List.of()),
        Settings.defaults(DETECTOR.descriptor()),
        1,
        Progress.NONE);
  }

  @Test
  void copiesAreNamedWhereAllPairsAreCopiesToo() throws Exception {
    Pair one = drawn(1).get(0);
    SuspectPair pair =
        new SuspectPair(
            ImageSource.of(one.photo().decode()),
            ImageSource.of(one.sketch().decode()),
            one.eyePoints());
    List<SuspectPair> pairs = Collections.nCopies(40, pair);
    DatasetFinding copies = inspect(pairs);
    assertThat(copies.pairs())
        .allMatch(
            p ->
                p.qualities().stream()
                    .anyMatch(q -> q.oddity() == Oddity.DUPLICATE && q.others().size() == 39));
    SketchDetector sketches = new SketchDetector();
    assertThatThrownBy(
            () ->
                sketches.inspect(
                    new SuspectSet(pairs, List.of(), List.of(copies)),
                    Settings.defaults(sketches.descriptor()),
                    1,
                    Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("of 40 pairs only 1 is different");
  }

  @Test
  void misalignedSketchesAndGreyPhotosAreNamedThoughTheyAreMany() throws Exception {
    List<SuspectPair> pairs = new ArrayList<>();
    List<Pair> drawn = drawn(60);
    for (int i = 0; i < 60; i++) {
      Image photo = drawn.get(i).photo().decode();
      Image sketch = drawn.get(i).sketch().decode();
      pairs.add(
          new SuspectPair(
              ImageSource.of(i % 2 == 0 ? photo.grey() : photo),
              ImageSource.of(i < 18 ? sketch.window(i % 4 < 2 ? 3 : -3, 2, 64, 80) : sketch),
              drawn.get(i).eyePoints()));
    }
    DatasetFinding many = inspect(pairs);
    for (int i = 0; i < 60; i++) {
      List<Oddity> odd = many.pairs().get(i).qualities().stream().map(Quality::oddity).toList();
      assertThat(odd.contains(Oddity.MISALIGNED)).as("pair " + i).isEqualTo(i < 18);
      assertThat(odd.contains(Oddity.NO_COLOUR)).as("pair " + i).isEqualTo(i % 2 == 0);
    }
  }

  private static List<Oddity> oddities(int pair) {
    return finding.pairs().get(pair).qualities().stream().map(Quality::oddity).toList();
  }

  private static Image mirrored(Image image) {
    float[] out = new float[image.data().length];
    for (int i = 0; i < out.length; i++) {
      int x = i % image.width();
      out[i] = image.data()[i - x + image.width() - 1 - x];
    }
    return Image.of(image.width(), image.height(), 1, out);
  }
}
