package org.pentimento.audit.selftest.grid;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.audit.selftest.MadeUpSets;
import org.pentimento.audit.selftest.oddity.HonestOddity;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.registry.Extensions;

class GridTest {
  private final Extensions extensions = MadeUpSets.extensions(new AtomicInteger());

  private SelfTestPlan plan(String more) throws Exception {
    return new PlanReader(extensions).selfTest("plan.yaml", "pentimento: 1\n" + more);
  }

  @Test
  void allThatIsInstalledIsPlantedAndWhatNeedsEyesIsLeftOut() throws Exception {
    Grid grid = Grid.of(plan("seeds: [1, 2]"), extensions, false, 7);
    assertThat(grid.sets())
        .hasSize(2 * (Grid.CLEAN + 2 * HonestOddity.values().length + Grid.RATES.size()))
        .doesNotHaveDuplicates();
    assertThat(grid.leftOut()).containsOnlyKeys("at-the-eyes");
    assertThat(Grid.of(plan("seeds: [1, 2]"), extensions, true, 7).sets())
        .as("another trigger changes no other set")
        .containsAll(grid.sets())
        .hasSize(grid.sets().size() + 2 * Grid.RATES.size());
    assertThat(Grid.of(plan("seeds: [1, 2]"), extensions, false, 8).sets())
        .doesNotContainAnyElementsOf(grid.sets());
  }

  @Test
  void attacksOfAPlanArePlantedAsTheyAre() throws Exception {
    Grid grid =
        Grid.of(
            plan("attacks: [{trigger: corner, strategy: sheet, count: 3}]"), extensions, true, 7);
    List<PlannedSet> attacks =
        grid.sets().stream().filter(PlannedSet.Given.class::isInstance).toList();
    assertThat(attacks).hasSize(1);
    PlantedSet set =
        new Planting(extensions).plant(attacks.get(0), MadeUpSets.pairs(40, 1), Progress.NONE);
    assertThat(set.changed()).hasSize(3);
    assertThat(set.rate()).isEqualTo(3 / 40.0);
  }

  @Test
  void theFirstSetsAreSomeOfEverythingAndALimitOnlyEndsThem() throws Exception {
    Grid grid = Grid.of(plan("seeds: [1, 2]"), extensions, false, 7);
    List<PlannedSet> all = grid.inTurn(null, 3);
    assertThat(all).containsExactlyInAnyOrderElementsOf(grid.sets());
    assertThat(grid.inTurn(20, 3)).isEqualTo(all.subList(0, 20));
    assertThat(grid.inTurn(1000, 3)).isEqualTo(all);
    assertThat(grid.inTurn(20, 4)).isNotEqualTo(all.subList(0, 20));
    Set<String> words = new HashSet<>();
    all.subList(0, 3).forEach(set -> words.add(set.word()));
    assertThat(words).containsExactlyInAnyOrder("clean", "odd", "sheet");
  }

  @Test
  void plantingPoisonsTheShareAndKnowsTheTruth() throws Exception {
    List<Pair> pairs = MadeUpSets.pairs(40, 1);
    PlannedSet planned = new PlannedSet.Drawn("corner", "sheet", .1, 5);
    PlantedSet set = new Planting(extensions).plant(planned, pairs, Progress.NONE);
    assertThat(set.changed()).hasSize(4);
    assertThat(set.planted()).isEqualTo(Planted.ATTACK);
    int side = (Integer) requireNonNull(requireNonNull(set.trigger()).settings().get("side"));
    assertThat(side).isBetween(2, 6);
    assertThat(set.place()).isEqualTo(new Place(0, 0, side, side));
    for (int i = 0; i < 40; i++) {
      boolean changed = set.changed().contains(pairs.get(i).id());
      Pair made = set.pairs().get(i);
      assertThat(made.id()).isEqualTo(pairs.get(i).id());
      assertThat(made.photo().decode().equals(pairs.get(i).photo().decode())).isEqualTo(!changed);
      assertThat(made.sketch().decode().equals(pairs.get(i).sketch().decode())).isEqualTo(!changed);
    }
  }

  @Test
  void oddPairsAreAsManyAsPlannedAndDuplicatesHaveAnOriginal() throws Exception {
    List<Pair> pairs = MadeUpSets.pairs(40, 1);
    PlantedSet set =
        new Planting(extensions)
            .plant(new PlannedSet.Odd(HonestOddity.NEAR_DUPLICATES, .3, 5), pairs, Progress.NONE);
    assertThat(set.changed()).hasSize(12);
    for (Pair made : set.pairs()) {
      if (set.changed().contains(made.id())) {
        boolean original = false;
        for (Pair other : set.pairs()) {
          original |=
              !set.changed().contains(other.id())
                  && other.sketch().decode().equals(made.sketch().decode());
        }
        assertThat(original).isTrue();
      }
    }
  }

  @Test
  void settingsStayNearTheirDefaultsAndWhatIsOffStaysOff() {
    Descriptor descriptor =
        Descriptor.of(
            "any",
            "Any",
            "1.0.0",
            "Any.",
            "Ours.",
            Parameter.number("amplitude", "A", "A.", "", .1, 0, 1),
            Parameter.number("opacity", "O", "O.", "", 1, 0, 1),
            Parameter.integer("size", "S", "S.", "px", 0, 0, 65535),
            Parameter.integer("block", "B", "B.", "px", 32, 4, 256),
            Parameter.text("colour", "C", "C.", "#ffffff"),
            Parameter.choice("place", "P", "P.", "left", "right"));
    SplittableRandom random = new SplittableRandom(1);
    Set<Object> places = new HashSet<>();
    Set<Object> blocks = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      Settings drawn = DrawnSettings.of(descriptor, random.split());
      assertThat(drawn.number("amplitude")).isBetween(.06, .16);
      assertThat(drawn.number("opacity")).isBetween(.6, 1.0);
      assertThat(drawn.integer("size")).isZero();
      assertThat(drawn.integer("block")).isBetween(19, 51);
      assertThat(drawn.text("colour")).isEqualTo("#ffffff");
      places.add(drawn.text("place"));
      blocks.add(drawn.integer("block"));
    }
    assertThat(places).hasSize(2);
    assertThat(blocks).hasSizeGreaterThan(10);
  }
}
