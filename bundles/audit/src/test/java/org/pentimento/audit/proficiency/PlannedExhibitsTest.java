package org.pentimento.audit.proficiency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.audit.selftest.MadeUpSets;
import org.pentimento.casefile.proficiency.ExhibitTruth;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.plan.PlanReader;
import org.pentimento.registry.Extensions;

class PlannedExhibitsTest {
  private static final String PLAN =
      """
      pentimento: 1
      data: {dataset: squares, count: 300}
      generators: [net]
      """;

  private final Extensions extensions = MadeUpSets.extensions(new AtomicInteger());

  /** A generator that is never trained. */
  private static final class Net implements Generator {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("net", "Net", "1.0.0", "A net.", "Ours.");
    }

    @Override
    public int reach(Settings settings, int width, int height) {
      return 7;
    }

    @Override
    public Model train(
        Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress p) {
      throw new IllegalStateException("not trained in these tests");
    }

    @Override
    public Model read(Path folder) {
      throw new IllegalStateException("not read in these tests");
    }
  }

  private PlannedExhibits exhibits(String plan) throws Exception {
    FakeExtensions.add(extensions, Kind.GENERATOR, new Net());
    return new PlannedExhibits(
        extensions, new PlanReader(extensions).modelSelfTest("plan.yaml", plan), Progress.NONE);
  }

  @Test
  void lotsDecideWhatExhibitsAreAndTheTruthSaysWhatWasDone() throws Exception {
    PlannedExhibits planned = exhibits(PLAN);
    Map<ExhibitTruth, Integer> truths = new EnumMap<>(ExhibitTruth.class);
    for (int seed = 0; seed < 40; seed++) {
      PlannedExhibits.OfPairs made = planned.dataset(seed);
      truths.merge(made.truth(), 1, Integer::sum);
      assertThat(made.pairs()).hasSize(100);
      assertThat(made.recipe()).containsKeys("faces", "seed");
      assertThat(made.recipe().containsKey("trigger"))
          .isEqualTo(made.truth() == ExhibitTruth.BACKDOOR);
      assertThat(made.recipe().containsKey("strategy"))
          .isEqualTo(made.truth() != ExhibitTruth.HONEST);
      assertThat(planned.dataset(seed).recipe()).isEqualTo(made.recipe());
    }
    assertThat(truths.keySet())
        .containsExactlyInAnyOrder(ExhibitTruth.HONEST, ExhibitTruth.BACKDOOR, ExhibitTruth.SPOILT);
    assertThat(truths.get(ExhibitTruth.HONEST)).isBetween(10, 30);
  }

  @Test
  void aModelIsHonestOrLearnsFromPoisonedPairs() throws Exception {
    PlannedExhibits planned = exhibits(PLAN);
    int attacked = 0;
    for (int seed = 0; seed < 10; seed++) {
      PlannedExhibits.OfModel model = planned.model(seed);
      assertThat(model.attack() != null).isEqualTo(model.truth() == ExhibitTruth.BACKDOOR);
      assertThat(model.training().train()).hasSize(120);
      assertThat(model.heldOut()).doesNotContainAnyElementsOf(model.training().train()).hasSize(40);
      attacked += model.attack() == null ? 0 : 1;
    }
    assertThat(attacked).isBetween(1, 9);
  }

  @Test
  void facesThatAreNotDrawnAreRefused() {
    assertThatThrownBy(() -> exhibits(PLAN.replace("squares, count: 300", "mine, split: given")))
        .isInstanceOf(BadInputException.class);
  }
}
