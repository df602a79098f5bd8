package org.pentimento.workbench.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.cases.CaseFinding.Severity;

/** Makes findings of the result of a run. */
final class ResultFindings {
  /** Share of what the attack wants changed above which nothing lies beyond the trigger's reach. */
  private static final double REACHED = .9;

  private final String run;
  private final List<CaseFinding> found = new ArrayList<>();
  private String comparison = "";
  private String where = "";

  private ResultFindings(String run) {
    this.run = run;
  }

  /** All findings: of comparisons, then of detectors, each in the order of the result. */
  static List<CaseFinding> of(String run, RunResult result) {
    ResultFindings findings = new ResultFindings(run);
    for (Comparison c : result.comparisons()) {
      findings.comparison = c.id();
      findings.where = name(c);
      if (c.success().isEmpty() || c.imported()) {
        findings.concluded(c);
      } else {
        findings.measured(c);
      }
    }
    for (Detection d : result.detections()) {
      findings.comparison = d.comparison();
      findings.where =
          result.comparisons().stream()
                  .filter(c -> c.id().equals(d.comparison()))
                  .findFirst()
                  .map(ResultFindings::name)
                  .orElse(d.comparison())
              + ", "
              + d.model()
              + " model";
      findings.detected(d);
    }
    return findings.found;
  }

  /** Generator, trigger and seed. */
  private static String name(Comparison c) {
    return c.generator().name()
        + ", "
        + (c.attack() == null ? "no attack" : c.attack().trigger().name())
        + ", seed "
        + c.seed();
  }

  private void add(Severity severity, String text) {
    found.add(new CaseFinding(severity, run, comparison, where, text));
  }

  /** Without a measured success: the sentences that the run itself wrote. */
  private void concluded(Comparison c) {
    Severity severity =
        c.attackWorks()
            ? Severity.SERIOUS
            : collapsed(c.cleanModel()) || collapsed(c.poisonedModel())
                ? Severity.WARNING
                : Severity.REMARK;
    for (String sentence : c.conclusions()) {
      add(severity, sentence);
      severity = Severity.REMARK; // the first sentence carries the verdict
    }
  }

  private static boolean collapsed(@Nullable TrainedModel model) {
    return model != null && !model.collapsed().isEmpty();
  }

  private void measured(Comparison c) {
    collapse("clean", c.cleanModel());
    collapse("poisoned", c.poisonedModel());
    c.success().stream()
        .filter(p -> p.threshold() == 0)
        .findFirst()
        .ifPresent(
            p ->
                add(
                    c.attackWorks() ? Severity.SERIOUS : Severity.REMARK,
                    String.format(
                        Locale.ROOT,
                        "%s: %.0f %% of the sketches of triggered photos (95 %% interval %.0f to"
                            + " %.0f %%) lie nearer to the attacker's target than to the truth.",
                        c.attackWorks() ? "The attack works" : "The attack did not take",
                        100 * p.triggered(),
                        100 * p.low(),
                        100 * p.high())));
    Comparison.Reach reach = c.reach();
    if (reach != null && reach.targeted() <= REACHED) {
      add(
          Severity.WARNING,
          "The trigger cannot reach all that the attack wants changed, so no effect says nothing"
              + " about robustness. "
              + reach.sentence());
    }
    if (c.attackWorks()) {
      c.blindness().stream()
          .filter(b -> !b.sees())
          .forEach(b -> add(Severity.WARNING, b.name() + " is blind: " + b.sentence()));
    }
  }

  private void collapse(String which, @Nullable TrainedModel model) {
    if (model != null && collapsed(model)) {
      add(
          Severity.WARNING,
          "The training of the "
              + which
              + " model collapsed: "
              + model.collapsed()
              + ". Its figures say nothing about an attack.");
    }
  }

  private void detected(Detection detection) {
    String by = detection.detector().name() + ": ";
    if (!detection.problem().isEmpty()) {
      add(Severity.WARNING, by + "could not look. " + detection.problem());
      return;
    }
    for (Detection.Found one : detection.findings()) {
      add(
          switch (one.severity()) {
            case "alarm" -> Severity.SERIOUS;
            case "suspect" -> Severity.WARNING;
            default -> Severity.REMARK;
          },
          by + one.title());
    }
  }
}
