package org.pentimento.workbench.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.verdict.RunClaim;
import org.pentimento.verdict.RunClaims;
import org.pentimento.verdict.Verdicts;

/**
 * What the window lists of a run's result.
 *
 * @param models that it trained
 * @param findings that it claims
 */
record RunContent(List<CaseModel> models, List<CaseFinding> findings) {
  /** Reads a result. If it cannot be read, that is the only finding. */
  static RunContent read(CaseFile file, RunRecord run) {
    List<CaseModel> models = new ArrayList<>();
    List<CaseFinding> findings = new ArrayList<>();
    try {
      RunResult result = Results.read(file.blobs(), run.result());
      for (Comparison comparison : result.comparisons()) {
        if (comparison.audited() instanceof Audited.Trained trained) {
          comparison
              .models()
              .forEach(
                  (subject, model) -> models.add(model(run, comparison, trained, subject, model)));
        }
      }
      for (RunClaim claim : RunClaims.of(result)) {
        findings.add(
            new CaseFinding(
                claim.kind(),
                claim.severity(),
                run.id(),
                claim.comparison(),
                claim.where(),
                claim.text()));
      }
    } catch (IOException e) {
      findings.add(
          new CaseFinding(
              FindingKind.INTEGRITY,
              RunClaim.Severity.SERIOUS,
              run.id(),
              "",
              "",
              "The result of the run cannot be read: "
                  + e.getMessage()
                  + " Verify the case in the Custody view."));
    }
    return new RunContent(models, findings);
  }

  private static CaseModel model(
      RunRecord run,
      Comparison comparison,
      Audited.Trained trained,
      Subject subject,
      TestedModel model) {
    Collapse collapse = model.collapse();
    return new CaseModel(
        run.id(),
        comparison.id(),
        trained.name(),
        subject,
        trained.number(),
        model.parameters(),
        model.description(),
        model.weights(),
        collapse == null ? "" : Verdicts.collapse(collapse));
  }
}
