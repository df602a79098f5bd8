package org.pentimento.workbench.run.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

class ComparedRunsTest {
  private static final TestedModel MODEL = new TestedModel("", "", 1, List.of(), null, "");

  private static RunResult run(String trigger, long seed, double... means) {
    List<Comparison> comparisons = new ArrayList<>();
    for (double mean : means) {
      comparisons.add(
          new Comparison(
              "fcn/1/s" + seed,
              new Audited.Trained(use("fcn", "FCN"), seed),
              Map.of(Subject.CLEAN, MODEL, Subject.POISONED, MODEL),
              attack(trigger),
              null,
              null,
              List.of(new SuccessPoint(0, mean, mean - .1, mean + .1, .1)),
              List.of(),
              List.of(fsim(Subject.POISONED, mean)),
              List.of(),
              "",
              null));
    }
    return run(comparisons);
  }

  private static RunResult imported(String model, String trigger, double mean) {
    return run(
        List.of(
            new Comparison(
                model + "/1",
                new Audited.Imported(model, use("onnx", "ONNX network")),
                Map.of(Subject.IMPORTED, MODEL),
                attack(trigger),
                null,
                null,
                List.of(new SuccessPoint(0, mean, mean - .1, mean + .1, .1)),
                List.of(),
                List.of(fsim(Subject.IMPORTED, mean)),
                List.of(),
                "",
                null)));
  }

  private static Comparison.Attack attack(String trigger) {
    return new Comparison.Attack(
        use("t", trigger), use("s", "Light strokes"), .1, List.of(), Map.of(), "");
  }

  private static Summary fsim(Subject subject, double mean) {
    return new Summary(
        "fsim",
        "fsim",
        subject,
        PhotoKind.TRIGGERED,
        ReferenceSketch.TRUTH,
        9,
        0,
        mean,
        mean - .1,
        mean + .1);
  }

  private static RunResult run(List<Comparison> comparisons) {
    return new RunResult(
        RunResult.SCHEMA,
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
    assertThat(both.curves(List.of(match)).curves()).hasSize(2);
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
    assertThat(three.curves(List.of(three.matches().get(0))).curves())
        .extracting(org.pentimento.chart.plot.SuccessComparison.Curve::name)
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

  @Test
  void importedModelsAreMatchedByNameAndCalledSo() {
    ComparedRuns both =
        ComparedRuns.of(
            List.of("a", "b", "c"),
            List.of(
                imported("suspect", "Patch", .2),
                imported("suspect", "Patch", .7),
                run("Patch", 1, .5)));
    assertThat(both.matches())
        .extracting(ComparedRuns.Match::title)
        .containsExactly(
            "Imported model suspect, Patch + Light strokes", "FCN, Patch + Light strokes, seed 1");
    ComparedRuns.Match match = both.matches().get(0);
    assertThat(match.sketches())
        .containsExactly(new ImageRole.Sketch(Subject.IMPORTED, PhotoKind.TRIGGERED));
    assertThat(match.rows()).hasSize(2).allMatch(r -> r.apart(1));
  }
}
