package org.pentimento.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.fixtures.CancelledProgress;
import org.pentimento.fixtures.FakeDetector;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

class InspectorTest {
  private static final int PAIRS = 20;
  private static final Duration SHORT = Duration.ofMillis(300);

  /** The first four pairs have white sketches and photos with a white corner. */
  private static Pair pair(int number) {
    boolean odd = number < 4;
    float[] photo = new float[64];
    photo[0] = odd ? 1 : .5f;
    photo[1] = number / 64f;
    float[] sketch = new float[64];
    java.util.Arrays.fill(sketch, 1);
    sketch[5] = odd ? 1 : 0;
    Image taken = Image.of(8, 8, 1, photo);
    Image drawn = Image.of(8, 8, 1, sketch);
    return new Pair(
        "secret-%02d".formatted(number),
        "p" + number,
        Split.NONE,
        Map.of("poisoned", Boolean.toString(odd)),
        null,
        () -> taken,
        () -> drawn);
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(pair(i));
    }
    return pairs;
  }

  private static InspectionResult inspect(List<Pair> pairs, FakeDetector... detectors)
      throws IOException, CancelledException {
    return inspect(Progress.NONE, pairs, detectors);
  }

  private static InspectionResult inspect(
      Progress progress, List<Pair> pairs, FakeDetector... detectors)
      throws IOException, CancelledException {
    Extensions extensions = FakeExtensions.some();
    List<Use> uses = new ArrayList<>();
    for (FakeDetector detector : detectors) {
      FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, detector);
      uses.add(new Use(detector.id(), Settings.defaults(detector.descriptor())));
    }
    SuspectData data =
        SuspectData.read("d", "faces", "0", Material.PHOTOGRAPHED, pairs, Progress.NONE);
    return new Inspector(extensions, FindingStore.NONE, SHORT, progress)
        .inspect(new InspectionInput("n", Map.of(), data, null, uses, .01, 3));
  }

  private static FakeDetector working(String id, FakeDetector.Work work) {
    return new FakeDetector(id, LooksAt.SKETCHES, 1, work);
  }

  private static String problem(FakeDetector.Work work) throws IOException, CancelledException {
    InspectionResult result =
        inspect(pairs(), working("odd", work), FakeDetector.of("sketches", LooksAt.SKETCHES));
    assertThat(result.verdict()).as("of the other detector").isEqualTo(DatasetVerdict.SPOILT_PAIRS);
    assertThat(result.flagged()).hasSize(4);
    assertThat(result.detectors().get(1).problem()).isEmpty();
    return result.detectors().get(0).problem();
  }

  @Test
  void changedSketchesWithAPatternArePoisonAndPairsGetTheirNamesBack() throws Exception {
    InspectionResult result =
        inspect(
            pairs(),
            FakeDetector.of("photos", LooksAt.PHOTOS),
            FakeDetector.of("sketches", LooksAt.SKETCHES));
    assertThat(result.verdict()).isEqualTo(DatasetVerdict.POISONED);
    assertThat(result.flagged())
        .extracting(InspectedPair::id)
        .containsExactly("secret-00", "secret-01", "secret-02", "secret-03");
    assertThat(result.patterns().get(0).pairs())
        .containsExactly("secret-00", "secret-01", "secret-02", "secret-03");
    assertThat(result.detectors())
        .extracting(use -> use.extension().id())
        .containsExactly("sketches", "photos");
    assertThat(result.expectedFalse()).isEqualTo(.2);
    assertThat(result.threshold()).isEqualTo(1.0);
    InspectionResult.Truth truth = Truths.of(result, List.of("secret-00", "secret-07"));
    assertThat(truth.found()).isEqualTo(1);
    assertThat(truth.falselyFlagged()).isEqualTo(3);
    assertThat(truth.auc()).isEqualTo((16.5 + 7.5) / 36);
  }

  @Test
  void nothingTellsADetectorWhichPairsAreWhich() throws Exception {
    AtomicInteger looked = new AtomicInteger();
    FakeDetector nosy =
        working(
            "nosy",
            (found, set, progress) -> {
              looked.incrementAndGet();
              assertThat(set.pairs()).hasSize(PAIRS);
              assertThat(set.pairs().toString()).doesNotContain("secret", "poisoned");
              assertThat(set.pairs()).allMatch(p -> p.photo().file().isEmpty());
              assertThat(set.pairs().subList(0, 4))
                  .as("not in the order of the data set")
                  .anyMatch(p -> first(p) != 1);
              return found;
            });
    assertThat(inspect(pairs(), nosy).detectors().get(0).problem()).isEmpty();
    assertThat(looked).hasValue(1);
  }

  private static float first(SuspectSet.SuspectPair pair) {
    try {
      return pair.photo().decode().data()[0];
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void detectorsOfSketchesLookAgainWhenPhotosShareAPattern() throws Exception {
    List<Integer> earlier = new ArrayList<>();
    FakeDetector sketches =
        working(
            "sketches",
            (found, set, progress) -> {
              earlier.add(set.earlier().size());
              return set.earlier().isEmpty()
                  ? found
                  : new DatasetFinding(
                      set.pairs().stream().map(pair -> PairFinding.NOTHING).toList(),
                      1,
                      List.of(),
                      List.of(),
                      List.of());
            });
    InspectionResult result = inspect(pairs(), sketches, FakeDetector.of("photos", LooksAt.PHOTOS));
    assertThat(earlier).containsExactly(0, 2);
    assertThat(result.verdict())
        .as("the later finding counts")
        .isEqualTo(DatasetVerdict.COMMON_MARK);
    assertThat(result.flagged()).isEmpty();
    assertThat(result.pairs().get(0).score()).isGreaterThan(1);
  }

  @Test
  void whateverADetectorDoesWrongIsSaidAndTheOthersGoOn() throws Exception {
    assertThat(
            problem(
                (found, set, progress) -> {
                  throw new IllegalStateException("no idea");
                }))
        .contains("IllegalStateException", "no idea");
    assertThat(
            problem(
                (found, set, progress) -> {
                  throw new NoClassDefFoundError("org/gone");
                }))
        .contains("NoClassDefFoundError");
    assertThat(
            problem(
                (found, set, progress) -> {
                  throw new OutOfMemoryError();
                }))
        .isEqualTo("It ran out of memory.");
    assertThat(
            problem(
                (found, set, progress) -> {
                  throw new BadInputException("All sketches are blank.", "Give others.");
                }))
        .isEqualTo("All sketches are blank. Give others.");
    assertThat(
            problem(
                (found, set, progress) -> {
                  throw new CancelledException();
                }))
        .contains("nobody had asked");
    assertThat(problem((found, set, progress) -> scored(set, Double.NaN, .5))).contains("NaN");
    assertThat(problem((found, set, progress) -> scored(set, 1, 0))).contains("probability of 0.0");
    assertThat(problem((found, set, progress) -> scored(set, 1, Double.NaN)))
        .contains("probability of NaN");
    assertThat(
            problem(
                (found, set, progress) ->
                    new DatasetFinding(List.of(), 1, List.of(), List.of(), List.of())))
        .contains("0 pairs", "20");
  }

  private static DatasetFinding scored(SuspectSet set, double score, double p) {
    PairFinding each = new PairFinding(score, p, List.of(), List.of(), List.of());
    return new DatasetFinding(
        set.pairs().stream().map(pair -> each).toList(), 1, List.of(), List.of(), List.of());
  }

  @Test
  void oneThatHangsIsGivenUpAndOneThatReportsIsNot() throws Exception {
    assertThat(
            problem(
                (found, set, progress) -> {
                  sleep(60_000);
                  return found;
                }))
        .contains("no sign of life for 300 ms");
    assertThat(
            problem(
                (found, set, progress) -> {
                  for (int i = 0; i < 8; i++) {
                    sleep(100);
                    progress.advance(1);
                  }
                  return found;
                }))
        .isEmpty();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void cancellingEndsAnInspection() {
    Progress cancelled = new CancelledProgress();
    assertThatThrownBy(
            () -> inspect(cancelled, pairs(), FakeDetector.of("sketches", LooksAt.SKETCHES)))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void tooFewPairsAreNoScore() throws Exception {
    InspectionResult result =
        inspect(
            pairs().subList(0, 10),
            new FakeDetector("sketches", LooksAt.SKETCHES, 30, (found, set, progress) -> found));
    assertThat(result.verdict()).isEqualTo(DatasetVerdict.NO_SCORE);
    assertThat(result.threshold()).isNull();
    assertThat(result.detectors().get(0).problem()).contains("30 pairs", "are 10");
    assertThat(result.pairs()).hasSize(10).noneMatch(InspectedPair::flagged);
  }

  @Test
  void pairsThatCannotBeReadAreNamed() throws Exception {
    List<Pair> pairs = new ArrayList<>(pairs());
    Pair good = pairs.get(9);
    pairs.set(
        9,
        new Pair(
            good.id(),
            good.identity(),
            good.split(),
            good.attributes(),
            null,
            () -> {
              throw new BadInputException("The photo is truncated.", "");
            },
            good.sketch()));
    Pair other = pairs.get(10);
    pairs.set(
        10,
        new Pair(
            other.id(),
            other.identity(),
            other.split(),
            other.attributes(),
            null,
            other.photo(),
            () -> Image.constant(4, 4, 1, 1)));
    InspectionResult result = inspect(pairs, FakeDetector.of("sketches", LooksAt.SKETCHES));
    assertThat(result.data().count()).isEqualTo(18);
    assertThat(result.data().skipped())
        .containsEntry("secret-09", "The photo is truncated.")
        .hasEntrySatisfying("secret-10", why -> assertThat(why).contains("8x8", "4x4"));
    assertThat(Objects.requireNonNull(result.data()).width()).isEqualTo(8);
  }
}
