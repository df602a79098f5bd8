package org.pentimento.workbench.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;

class ComparedRunsTest {
  private static RunResult run(String trigger, long seed, double... means) {
    List<Comparison> comparisons = new ArrayList<>();
    for (double mean : means) {
      comparisons.add(
          new Comparison(
              "fcn/1/s" + seed,
              use("fcn", "FCN"),
              seed,
              new Comparison.Attack(
                  use("t", trigger), use("s", "Light strokes"), .1, List.of(), Map.of(), ""),
              new Comparison.TrainedModel("", "", 1, List.of(), ""),
              null,
              null,
              List.of(
                  new Summary(
                      "fsim",
                      "fsim",
                      "poisoned",
                      "triggered",
                      "truth",
                      9,
                      0,
                      mean,
                      mean - .1,
                      mean + .1)),
              List.of(new SuccessPoint(0, mean, mean - .1, mean + .1, .1)),
              List.of(),
              List.of(),
              List.of(),
              ""));
    }
    return new RunResult(
        1,
        "plan",
        "",
        Map.of(),
        new RunResult.DataUsed("faces", "faces", "", List.of(), List.of(), 64, 64, Map.of()),
        List.of(use("fsim", "FSIM")),
        comparisons,
        List.of());
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1.0.0", "", Map.of());
  }

  @Test
  void theSameGeneratorAttackAndSeedStandInOneRow() {
    ComparedRuns both =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .2), run("Patch", 1, .7)));
    assertThat(both.matches()).hasSize(1);
    ComparedRuns.Match match = both.matches().get(0);
    assertThat(match.title()).isEqualTo("FCN, Patch + Light strokes, seed 1");
    assertThat(match.rows())
        .extracting(ComparedRuns.Row::measured)
        .containsExactly("Attack success", "FSIM");
    ComparedRuns.Row fsim = match.rows().get(1);
    assertThat(fsim.difference(1)).isCloseTo(.5, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(fsim.apart(1)).isTrue();
    assertThat(both.curves(match).curves()).hasSize(2);
  }

  @Test
  void overlappingIntervalsAreNotApart() {
    ComparedRuns both =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .5), run("Patch", 1, .55)));
    assertThat(both.matches().get(0).rows().get(1).apart(1)).isFalse();
  }

  @Test
  void whatOneRunLacksHasNoDifference() {
    ComparedRuns both =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .5), run("Sine", 2, .6)));
    assertThat(both.matches()).hasSize(2);
    assertThat(both.matches())
        .allMatch(m -> m.rows().stream().allMatch(r -> r.difference(1) == null && !r.apart(1)));
  }

  @Test
  void whatDiffersInOneThingStandsSideBySide() {
    ComparedRuns attacks =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .5), run("Sine", 1, .9)));
    assertThat(attacks.matches())
        .extracting(ComparedRuns.Match::title)
        .containsExactly("FCN, Patch + Light strokes | Sine + Light strokes, seed 1");
    assertThat(attacks.matches().get(0).rows().get(1).difference(1))
        .isCloseTo(.4, org.assertj.core.data.Offset.offset(1e-9));
    ComparedRuns seeds =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .5), run("Patch", 2, .6)));
    assertThat(seeds.matches())
        .extracting(ComparedRuns.Match::title)
        .containsExactly("FCN, Patch + Light strokes, seed 1 | 2");
  }

  @Test
  void whatHasItsLikeIsNotSetBesideOthers() {
    ComparedRuns three =
        ComparedRuns.of(
            List.of("a", "b", "c"),
            List.of(run("Sine", 1, .5), run("Patch", 1, .6), run("Patch", 1, .7)));
    assertThat(three.matches())
        .extracting(ComparedRuns.Match::title)
        .containsExactly("FCN, Patch + Light strokes, seed 1", "FCN, Sine + Light strokes, seed 1");
    assertThat(three.curves(three.matches().get(0)).curves())
        .extracting(org.pentimento.chart.SuccessComparison.Curve::name)
        .containsExactly("b", "c");
  }

  @Test
  void attacksOfTheSameNameAreNumbered() {
    ComparedRuns both =
        ComparedRuns.of(List.of("a", "b"), List.of(run("Patch", 1, .5, .6), run("Patch", 1, .4)));
    assertThat(both.matches())
        .extracting(ComparedRuns.Match::title)
        .containsExactly(
            "FCN, Patch + Light strokes, seed 1", "FCN, Patch + Light strokes, seed 1 (2)");
  }
}
