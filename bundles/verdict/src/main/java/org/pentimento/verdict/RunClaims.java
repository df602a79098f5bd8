package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.StandIns;
import org.pentimento.verdict.RunClaim.Severity;

/**
 * What a run claims, each claim with its kind and weight. The notes of a case refer to a claim by
 * its text.
 */
public final class RunClaims {
  private final List<RunClaim> claims = new ArrayList<>();

  private final ComparisonNames names;

  private RunClaims(ComparisonNames names) {
    this.names = names;
  }

  /** All claims on comparisons, in the order of the result. */
  public static List<RunClaim> of(RunResult result) {
    RunClaims claims = new RunClaims(ComparisonNames.of(result.comparisons()));
    result.comparisons().forEach(claims::add);
    return claims.claims;
  }

  /** What a comparison says something about: what was planted here, or a model from elsewhere. */
  public static FindingKind kind(Comparison c) {
    return c.isImported() ? FindingKind.EVIDENCE : FindingKind.SIMULATION;
  }

  private void add(Comparison c) {
    Severity severity = severity(c);
    for (String sentence : Verdicts.conclusions(c)) {
      add(c, severity, sentence);
      severity = Severity.REMARK; // the first one carries the verdict
    }
  }

  private void add(Comparison c, Severity severity, String sentence) {
    claims.add(new RunClaim(kind(c), severity, c.id(), names.of(c), sentence));
  }

  private static Severity severity(Comparison c) {
    boolean collapsed = c.models().values().stream().anyMatch(m -> m.collapse() != null);
    if (!c.isImported()) {
      return c.attack() != null || collapsed ? Severity.RESULT : Severity.REMARK;
    } else if (collapsed) {
      return Severity.WARNING;
    } else if (!c.attackWorks()) {
      return Severity.REMARK;
    }
    StandIns standIns = c.standIns();
    // Without clean models nobody knows whether the trigger turns those as well.
    return standIns != null && standIns.spared() ? Severity.SERIOUS : Severity.WARNING;
  }
}
