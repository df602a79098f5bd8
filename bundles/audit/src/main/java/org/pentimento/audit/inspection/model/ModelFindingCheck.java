package org.pentimento.audit.inspection.model;

import java.util.List;
import java.util.Objects;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.audit.inspection.Exhibits;

/** Says what is wrong with a finding, so that no nonsense of an extension hides behind a score. */
final class ModelFindingCheck {
  private ModelFindingCheck() {}

  /**
   * What is wrong with a finding, in words; empty if nothing is.
   *
   * @param looks that were promised
   * @param shadows number of shadow models
   */
  static String problem(ModelFinding finding, List<Look> looks, int shadows) {
    if (!finding.values().stream()
        .map(Value::look)
        .toList()
        .equals(looks.stream().map(Look::id).toList())) {
      return "It measured something else than it had promised.";
    }
    for (int i = 0; i < looks.size(); i++) {
      String problem = problem(looks.get(i), finding.values().get(i), shadows);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    ShownTrigger shown = finding.shown();
    if (shown != null
        && !(Double.isFinite(shown.effect())
            && Double.isFinite(shown.selectivity())
            && shown.shadowEffects().stream().allMatch(Double::isFinite)
            && shown.pattern().gain() > 0
            && shown.pattern().residual().sameSize(shown.pattern().mask()))) {
      return "It showed a trigger whose measures make no sense.";
    }
    if (!finding.perturbations().stream().allMatch(p -> p.gain() > 0 && p.gain() < 1e9)) {
      return "It gave a change of photos whose measures make no sense.";
    }
    return Exhibits.problem(finding.exhibits());
  }

  private static String problem(Look look, Value value, int shadows) {
    if (!value.problem().isEmpty()) {
      return "";
    }
    if (value.shadows().size() != shadows) {
      return "It measured '"
          + look.name()
          + "' of "
          + value.shadows().size()
          + " of "
          + shadows
          + " shadow models.";
    }
    if (!sensible(look, value.suspect())
        || !value.shadows().stream().filter(Objects::nonNull).allMatch(v -> sensible(look, v))) {
      return "What it measured as '" + look.name() + "' is no number that makes sense.";
    }
    return "";
  }

  private static boolean sensible(Look look, double value) {
    return Double.isFinite(value)
        && value <= look.most()
        && (look.scale() == Scale.DIFFERENCE || value > 0);
  }
}
