package org.pentimento.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.audit.selftest.MadeUpSets;
import org.pentimento.audit.selftest.grid.PlannedSet;
import org.pentimento.audit.selftest.grid.PlantedSet;
import org.pentimento.audit.selftest.grid.Planting;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** Where detectors meet the pairs that an attack of the same seed chose. */
class OrderOfPairsTest {
  private static final long SEED = 5;

  /** Notes where the blank sheets are. */
  private record Witness(List<Integer> blank) implements DatasetDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("witness", "Witness", "1.0.0", "Looks.", "Ours.");
    }

    @Override
    public LooksAt looksAt() {
      return LooksAt.SKETCHES;
    }

    @Override
    public int leastPairs() {
      return 1;
    }

    @Override
    public String blindTo() {
      return "Everything.";
    }

    @Override
    public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
        throws IOException {
      List<PairFinding> pairs = new ArrayList<>();
      for (int i = 0; i < set.pairs().size(); i++) {
        Image sketch = set.pairs().get(i).sketch().decode();
        if (sketch.get(0, 0, 0) > .9f && sketch.get(0, 5, 5) > .9f) {
          blank.add(i);
        }
        pairs.add(PairFinding.NOTHING);
      }
      return new DatasetFinding(pairs, 1, List.of(), List.of(), List.of());
    }
  }

  @Test
  void tellsNothingOfAnAttackOfTheSameSeed() throws Exception {
    Extensions extensions = MadeUpSets.extensions(new AtomicInteger());
    List<Integer> blank = new ArrayList<>();
    Witness witness = new Witness(blank);
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, witness);
    PlantedSet set =
        new Planting(extensions)
            .plant(
                new PlannedSet.Drawn("corner", "sheet", .1, SEED),
                MadeUpSets.pairs(40, 1),
                Progress.NONE);
    SuspectData suspect =
        SuspectData.read("any", "any", "d", Material.DRAWN, set.pairs(), Progress.NONE);
    new Inspector(extensions, FindingStore.NONE, Duration.ofMinutes(1), Progress.NONE)
        .inspect(
            new InspectionInput(
                "any",
                Map.of(),
                suspect,
                null,
                List.of(new Use("witness", Settings.defaults(witness.descriptor()))),
                .01,
                SEED));
    assertThat(blank).hasSize(4).isNotEqualTo(List.of(0, 1, 2, 3));
    assertThat(blank.get(3)).isGreaterThan(10);
  }
}
