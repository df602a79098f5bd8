package org.pentimento.cli.console;

import java.io.PrintStream;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.protocol.JobResult;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Statement;

/** What became of a model whose hidden mode was to be removed, for people. */
public final class MitigationText {
  private MitigationText() {}

  /** Prints a result: outcome, costs, and what was measured of both models. */
  public static void print(
      PrintStream out,
      MitigationResult result,
      ModelInspectionResult before,
      ModelInspectionResult after,
      JobResult.OfMitigate done) {
    Statement verdict = MitigationWords.verdict(result);
    out.printf(
        "%n%s (%s in %s)%n%n%s%n%s%n%s%n",
        MitigationWords.title(result),
        done.run(),
        done.caseFolder(),
        verdict.lead(),
        verdict.words(),
        MitigationWords.cost(result));
    measured(out, "Before", before);
    measured(out, "After", after);
  }

  private static void measured(PrintStream out, String title, ModelInspectionResult result) {
    out.printf("%n%s: %s%n", title, ModelInspectionWords.name(result.verdict()));
    result.looks().forEach(look -> out.println("  " + ModelInspectionWords.sentence(look)));
  }
}
