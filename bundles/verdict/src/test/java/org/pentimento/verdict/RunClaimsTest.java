package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.StandIns;
import org.pentimento.casefile.result.Subject;
import org.pentimento.verdict.RunClaim.Severity;

class RunClaimsTest {
  private static final ExtensionUse USE = new ExtensionUse("x", "Ex", "1", "", Map.of());

  private static TestedModel model(@Nullable Collapse collapse) {
    return new TestedModel("d", "w", 5, List.of(), collapse, "");
  }

  private static Comparison comparison(
      Audited audited, Map<Subject, TestedModel> models, double triggered, Blindness... panel) {
    return new Comparison(
        "id",
        audited,
        models,
        new Comparison.Attack(USE, USE, .1, List.of(), Map.of(), "m"),
        audited.seed().isPresent() ? new Reach(12, .25, .5, .4) : null,
        new Turned(40, (int) (triggered * 40), 0, .8, 1),
        List.of(new SuccessPoint(0, triggered, .8, 1, 0)),
        List.of(panel),
        List.of(),
        List.of(),
        "m",
        null);
  }

  private static List<RunClaim> claims(Comparison comparison) {
    return RunClaims.of(
        new RunResult(
            RunResult.SCHEMA,
            "n",
            "p",
            Map.of(),
            new RunResult.DataUsed("d", "f", "", List.of(), List.of(), 8, 8, Map.of()),
            List.of(),
            List.of(comparison),
            List.of()));
  }

  private static Map<Subject, TestedModel> twins(@Nullable Collapse collapse) {
    return Map.of(Subject.CLEAN, model(null), Subject.POISONED, model(collapse));
  }

  @Test
  void whatAPlanPlantedIsASimulationAndNeverAnAlarm() {
    for (Collapse collapse : new Collapse[] {null, Collapse.of(Collapse.Reason.BLACK)}) {
      List<RunClaim> claims =
          claims(comparison(new Audited.Trained(USE, 3), twins(collapse), .9, panel()));
      assertThat(claims).isNotEmpty();
      assertThat(claims)
          .allMatch(c -> c.kind() == FindingKind.SIMULATION && !c.severity().isAlarm())
          .extracting(RunClaim::where)
          .containsOnly("Ex, Ex, seed 3");
      assertThat(claims.get(0).severity()).isEqualTo(Severity.RESULT);
    }
    assertThatThrownBy(
            () -> new RunClaim(FindingKind.SIMULATION, Severity.SERIOUS, "", "", "It works."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Blindness panel() {
    return new Blindness("a", "A", true, 1, .5, .5, null);
  }

  @Test
  void anImportedModelThatATriggerTurnsIsEvidenceAndSeriousIfCleanModelsAreSpared() {
    assertThat(imported(null).get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(imported(standIns(2)).get(0).severity()).isEqualTo(Severity.SERIOUS);
    assertThat(imported(standIns(38)).get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(imported(null))
        .allMatch(c -> c.kind() == FindingKind.EVIDENCE)
        .allMatch(c -> c.where().startsWith("Imported model suspect, Ex"))
        .noneMatch(c -> c.text().contains("poisoned"));
  }

  private static StandIns standIns(int turned) {
    return new StandIns(
        "inspection-1",
        "trusted",
        false,
        List.of(new StandIns.StandInModel(USE, 1, "d", "w", "m", new Turned(40, turned, 0, 0, 1))));
  }

  private static List<RunClaim> imported(@Nullable StandIns standIns) {
    Comparison c =
        comparison(
            new Audited.Imported("suspect", USE),
            Map.of(Subject.IMPORTED, model(null)),
            .9,
            panel());
    return claims(
        new Comparison(
            c.id(),
            c.audited(),
            c.models(),
            c.attack(),
            c.reach(),
            c.turned(),
            c.success(),
            c.blindness(),
            standIns,
            c.summaries(),
            c.images(),
            c.measurements(),
            null));
  }
}
