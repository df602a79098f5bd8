package org.pentimento.audit.inspection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.audit.inspection.SharedPairSearch.Beside;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.SharedPairs;
import org.pentimento.casefile.result.SharedPairs.How;
import org.pentimento.casefile.result.SharedPairs.Shared;
import org.pentimento.casefile.result.SharedPairs.Where;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.registry.Extensions;

class SharedPairSearchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Takes photos of the same first value for near duplicates. */
  private static final class Twins implements DatasetDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("twins", "Twins", "1.0.0", "Finds twins.", "Ours.");
    }

    @Override
    public LooksAt looksAt() {
      return LooksAt.QUALITY;
    }

    @Override
    public int leastPairs() {
      return 3;
    }

    @Override
    public String blindTo() {
      return "";
    }

    @Override
    public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
        throws IOException {
      List<Float> values = new ArrayList<>();
      for (SuspectSet.SuspectPair pair : set.pairs()) {
        values.add(pair.photo().decode().data()[0]);
      }
      List<PairFinding> findings = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        List<Integer> others = new ArrayList<>();
        for (int j = 0; j < values.size(); j++) {
          if (j != i && values.get(j).equals(values.get(i))) {
            others.add(j);
          }
        }
        findings.add(
            new PairFinding(
                0,
                1,
                List.of(),
                others.isEmpty() ? List.of() : List.of(new Quality(Oddity.DUPLICATE, others, "")),
                List.of()));
      }
      return new DatasetFinding(findings, 1, List.of(), List.of(), List.of());
    }
  }

  private static Pair pair(String id, String person, float value) {
    Image photo = Image.of(1, 1, 1, new float[] {Math.round(value * 255) / 255f});
    return new Pair(id, person, Split.NONE, Map.of(), null, () -> photo, () -> photo);
  }

  private static SharedPairs found(Extensions extensions, Material material, String digest)
      throws Exception {
    SuspectData trusted =
        SuspectData.read(
            "mine",
            "f",
            "1",
            material,
            List.of(pair("a", "ann", .1f), pair("b", "bob", .2f), pair("c", "ann", .3f)),
            Progress.NONE);
    Beside beside =
        new Beside(
            "theirs",
            digest,
            material,
            List.of(pair("x", "bob", .1f), pair("y", "yva", .9f), pair("ann", "ann", .8f)),
            "");
    return requireNonNull(
        new SharedPairSearch(extensions, PATIENCE, Progress.NONE)
            .in(trusted, beside)
            .data()
            .shared());
  }

  private static Shared person(String id, Where where, String... others) {
    return new Shared(id, How.SAME_PERSON, where, List.of(others));
  }

  @Test
  void personsAndNearDuplicatesAreListedByWhereTheOtherPairIs() throws Exception {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, new Twins());
    SharedPairs shared = found(extensions, Material.PHOTOGRAPHED, "2");
    assertThat(shared.recogniser()).isEqualTo("Twins");
    assertThat(shared.pairs())
        .containsExactly(
            person("a", Where.TRUSTED, "c"),
            new Shared("a", How.NEAR_DUPLICATE, Where.SUSPECT, List.of("x")),
            person("b", Where.SUSPECT, "x"), // a file that is named ann is nobody's word for Ann
            person("c", Where.TRUSTED, "a"));
  }

  @Test
  void drawnFacesOfAnotherSetAreOtherPersonsWhateverTheirNames() throws Exception {
    SharedPairs other = found(FakeExtensions.some(), Material.DRAWN, "2");
    assertThat(other.of(How.SAME_PERSON, Where.SUSPECT)).isEmpty();
    assertThat(other.recogniser()).isEmpty();
    SharedPairs same = found(FakeExtensions.some(), Material.DRAWN, "1");
    assertThat(same.of(How.SAME_PERSON, Where.SUSPECT))
        .extracting(Shared::id)
        .containsExactly("a", "b", "c");
  }
}
