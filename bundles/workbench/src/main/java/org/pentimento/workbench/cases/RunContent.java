package org.pentimento.workbench.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;

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
        model(models, run, comparison, "clean", comparison.cleanModel());
        model(models, run, comparison, "poisoned", comparison.poisonedModel());
      }
      findings.addAll(Claims.of(run.id(), result));
    } catch (IOException e) {
      findings.add(
          new CaseFinding(
              CaseFinding.Severity.SERIOUS,
              run.id(),
              "",
              "",
              "The result of the run cannot be read: "
                  + e.getMessage()
                  + " Verify the case in the Custody view."));
    }
    return new RunContent(models, findings);
  }

  private static void model(
      List<CaseModel> models,
      RunRecord run,
      Comparison comparison,
      String role,
      Comparison.@Nullable TrainedModel trained) {
    if (trained != null) {
      models.add(
          new CaseModel(
              run.id(),
              comparison.id(),
              comparison.generator().name(),
              role,
              comparison.seed(),
              trained.parameters(),
              trained.description(),
              trained.weights(),
              trained.collapsed()));
    }
  }
}
