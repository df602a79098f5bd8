package org.pentimento.detector.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
