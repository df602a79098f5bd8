package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.pentimento.casefile.result.RunResult;
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

  @Test
  void anAttackThatWorksIsSeriousAndABlindMetricAWarning() {
    List<RunClaim> claims =
        claims(
            comparison(
                new Audited.Trained(USE, 3),
                Map.of(
                    Subject.CLEAN,
                    model(null),
                    Subject.POISONED,
                    model(Collapse.of(Collapse.Reason.BLACK))),
                .9,
                new Blindness("a", "A", true, 1, .99, .01, false, null),
                new Blindness("b", "B", false, 1, .5, .5, true, null)));
    assertThat(claims)
        .extracting(RunClaim::severity)
        .containsExactly(Severity.WARNING, Severity.SERIOUS, Severity.WARNING, Severity.WARNING);
    assertThat(claims)
        .extracting(RunClaim::text)
        .satisfiesExactly(
            t -> assertThat(t).startsWith("The training of the poisoned model collapsed: its"),
            t -> assertThat(t).startsWith("The attack works: 90 %"),
            t -> assertThat(t).startsWith("The trigger cannot reach all"),
            t -> assertThat(t).startsWith("A is blind: A is 1.000"));
    assertThat(claims).extracting(RunClaim::where).containsOnly("Ex, Ex, seed 3");
  }

  @Test
  void whatIsSaidOfAnImportedModelSpeaksOfNoOther() {
    List<RunClaim> claims =
        claims(
            comparison(
                new Audited.Imported("suspect", USE), Map.of(Subject.IMPORTED, model(null)), .9));
    assertThat(claims.get(0).severity()).isEqualTo(Severity.SERIOUS);
    assertThat(claims)
        .allMatch(c -> c.where().startsWith("Imported model suspect, Ex"))
        .noneMatch(c -> c.text().contains("poisoned"));
  }
}
