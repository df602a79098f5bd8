package org.pentimento.workbench.run.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.notes.Subject;
import org.pentimento.workbench.run.RunWords;

/**
 * Something that a case claims.
 *
 * @param severity how much it matters
 * @param sentence for a person
 * @param where generator and attack, or empty
 * @param caseFolder of the case
 * @param run that claims it, null if the case itself is at fault
 * @param comparison id of the comparison with the evidence, or empty
 */
record Finding(
    Severity severity,
    String sentence,
    String where,
    Path caseFolder,
    @Nullable CaseInput run,
    String comparison)
    implements IAdaptable {
  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return run != null && adapter == Subject.class
        ? adapter.cast(Subject.finding(caseFolder, run.id(), comparison, sentence))
        : null;
  }

  /** Share of what the attack wants changed above which nothing lies beyond the trigger's reach. */
  private static final double REACHED = .9;

  /** How much a finding matters, the gravest first. */
  enum Severity {
    /** Harm was shown, or evidence cannot be read. */
    SERIOUS("Serious"),
    /** Something that keeps a conclusion from being drawn, or makes a wrong one likely. */
    WARNING("Warning"),
    /** Worth knowing. */
    REMARK("Remark");

    private final String title;

    Severity(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What a run without a result says. */
  static Finding of(Path caseFolder, RunRecord run) {
    String how =
        switch (run.state()) {
          case FAILED -> "The run failed: " + run.message();
          case CANCELLED -> "The run was cancelled before it was done.";
          case STARTED, INTERRUPTED -> "The run is not finished; it goes on, or was interrupted.";
          case FINISHED -> "The result of the run is missing.";
        };
    Severity severity =
        run.state() == RunRecord.State.CANCELLED ? Severity.REMARK : Severity.WARNING;
    return new Finding(severity, how, "", caseFolder, input(caseFolder, run), "");
  }

  private static CaseInput input(Path caseFolder, RunRecord run) {
    return new CaseInput(caseFolder, CaseInput.Kind.RUN, run.id(), run.name());
  }

  /** What the result of a run says. */
  static List<Finding> of(Path caseFolder, RunRecord run, RunResult result) {
    List<Finding> findings = new ArrayList<>();
    for (Comparison c : result.comparisons()) {
      CaseInput input = input(caseFolder, run);
      claims(c)
          .forEach(
              claim ->
                  findings.add(
                      new Finding(
                          claim.severity(),
                          claim.sentence(),
                          RunWords.name(c),
                          caseFolder,
                          input,
                          c.id())));
    }
    for (Detection d : result.detections()) {
      String where =
          result.comparisons().stream()
              .filter(c -> c.id().equals(d.comparison()))
              .findFirst()
              .map(RunWords::name)
              .orElse(d.comparison());
      claims(d)
          .forEach(
              claim ->
                  findings.add(
                      new Finding(
                          claim.severity(),
                          claim.sentence(),
                          where + ", " + d.model() + " model",
                          caseFolder,
                          input(caseFolder, run),
                          d.comparison())));
    }
    return findings;
  }

  private static List<Claim> claims(Detection detection) {
    String by = detection.detector().name() + ": ";
    if (!detection.problem().isEmpty()) {
      return List.of(new Claim(Severity.WARNING, by + "could not look. " + detection.problem()));
    }
    return detection.findings().stream()
        .map(
            found ->
                new Claim(
                    switch (found.severity()) {
                      case "alarm" -> Severity.SERIOUS;
                      case "suspect" -> Severity.WARNING;
                      default -> Severity.REMARK;
                    },
                    by + found.title()))
        .toList();
  }

  private record Claim(Severity severity, String sentence) {}

  private static List<Claim> claims(Comparison c) {
    List<Claim> claims = new ArrayList<>();
    collapse(claims, "clean", c.cleanModel());
    collapse(claims, "poisoned", c.poisonedModel());
    if (c.attack() == null) {
      return claims;
    }
    c.success().stream()
        .filter(p -> p.threshold() == 0)
        .findFirst()
        .ifPresent(
            p ->
                claims.add(
                    new Claim(
                        c.attackWorks() ? Severity.SERIOUS : Severity.REMARK,
                        "%s: %.0f %% of the sketches of triggered photos (95 %% interval %.0f to %.0f %%) lie nearer to the attacker's target than to the truth."
                            .formatted(
                                c.attackWorks() ? "The attack works" : "The attack did not take",
                                100 * p.triggered(),
                                100 * p.low(),
                                100 * p.high()))));
    Comparison.Reach reach = c.reach();
    if (reach != null && reach.targeted() <= REACHED) {
      claims.add(
          new Claim(
              Severity.WARNING,
              "The trigger cannot reach all that the attack wants changed, so no effect says nothing about robustness. "
                  + reach.sentence()));
    }
    if (c.attackWorks()) {
      c.blindness().stream()
          .filter(b -> !b.sees())
          .forEach(
              b ->
                  claims.add(new Claim(Severity.WARNING, b.name() + " is blind: " + b.sentence())));
    }
    return claims;
  }

  private static void collapse(List<Claim> claims, String which, @Nullable TrainedModel model) {
    if (model != null && !model.collapsed().isEmpty()) {
      claims.add(
          new Claim(
              Severity.WARNING,
              "The training of the %s model collapsed: %s. Its figures say nothing about an attack."
                  .formatted(which, model.collapsed())));
    }
  }
}
