package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.verdict.RunClaim.Severity;

/**
 * What a run claims, each claim with its weight. The notes of a case refer to a claim by its text.
 */
public final class RunClaims {
  private final List<RunClaim> claims = new ArrayList<>();
  private String comparison = "";
  private String where = "";

  private RunClaims() {}

  /** All claims on comparisons, in the order of the result. */
  public static List<RunClaim> of(RunResult result) {
    RunClaims claims = new RunClaims();
    for (Comparison c : result.comparisons()) {
      claims.comparison = c.id();
      claims.where = Verdicts.brief(c);
      if (c.success().isEmpty() || c.isImported()) {
        claims.concluded(c);
      } else {
        claims.measured(c);
      }
    }
    return claims.claims;
  }

  private void add(Severity severity, String text) {
    claims.add(new RunClaim(severity, comparison, where, text));
  }

  /** The conclusions; the first one carries the verdict. */
  private void concluded(Comparison c) {
    Severity severity =
        c.attackWorks()
            ? Severity.SERIOUS
            : c.models().values().stream().anyMatch(m -> m.collapse() != null)
                ? Severity.WARNING
                : Severity.REMARK;
    for (String sentence : Verdicts.conclusions(c)) {
      add(severity, sentence);
      severity = Severity.REMARK;
    }
  }

  private void measured(Comparison c) {
    c.models()
        .forEach(
            (subject, model) -> {
              if (model.collapse() != null) {
                add(
                    Severity.WARNING,
                    "The training of the "
                        + ConditionNames.of(subject)
                        + " collapsed: "
                        + Verdicts.collapse(model.collapse())
                        + ". Its figures say nothing about an attack.");
              }
            });
    c.success().stream().filter(p -> p.threshold() == 0).findFirst().ifPresent(p -> success(c, p));
    Reach reach = c.reach();
    if (reach != null && !reach.isEnough()) {
      add(
          Severity.WARNING,
          "The trigger cannot reach all that the attack wants changed, so no effect says nothing"
              + " about robustness. "
              + Verdicts.reach(c));
    }
    if (c.attackWorks()) {
      for (Blindness b : c.blindness()) {
        if (!b.sees()) {
          add(Severity.WARNING, b.name() + " is blind: " + Verdicts.blindness(c, b));
        }
      }
    }
  }

  private void success(Comparison c, SuccessPoint p) {
    add(
        c.attackWorks() ? Severity.SERIOUS : Severity.REMARK,
        String.format(
            Locale.ROOT,
            "%s: %.0f %% of the sketches of triggered photos (95 %% interval %.0f to %.0f %%) lie"
                + " nearer to the attacker's target than to the truth.",
            c.attackWorks() ? "The attack works" : "The attack did not take",
            100 * p.triggered(),
            100 * p.low(),
            100 * p.high()));
  }
}
