package org.pentimento.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.Subject;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.Verdicts;

/** The result of a run job as a table for people. */
public final class RunTable {
  private RunTable() {}

  /**
   * Prints a result: what each comparison concludes, and its means.
   *
   * @param told what the job said: the case, the run and its result
   */
  public static void print(PrintStream out, JsonNode told) throws IOException {
    String run = told.path("run").asText();
    Path folder = Path.of(told.path("caseFolder").asText());
    out.printf("%nRun %s in %s%n", run, folder);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      TrainingCosts costs = TrainingCosts.of(file);
      for (Comparison c : Results.read(file.blobs(), told.path("result").asText()).comparisons()) {
        print(out, run, c, costs);
      }
    }
  }

  private static void print(PrintStream out, String run, Comparison c, TrainingCosts costs) {
    out.printf("%n%s%n", c.id());
    Verdicts.conclusions(c).forEach(sentence -> out.println("  " + sentence));
    for (Subject subject : c.models().keySet()) {
      costs
          .of(run, c, subject)
          .ifPresent(
              cost ->
                  out.printf(
                      "  Training of the %s: %s.%n", ConditionNames.of(subject), cost.words()));
    }
    out.printf(
        "%n  %-12s %-8s %-9s %-10s %5s  %8s  %s%n",
        "metric", "against", "model", "photos", "n", "mean", "95 % interval");
    for (Summary s : c.summaries()) {
      String undefined = s.undefined() > 0 ? "  (" + s.undefined() + " undefined)" : "";
      String values =
          s.mean() != null
              ? String.format(Locale.ROOT, "%8.4f  %.4f to %.4f", s.mean(), s.low(), s.high())
              : "       –";
      out.printf(
          "  %-12s %-8s %-9s %-10s %5d  %s%s%n",
          s.name(),
          s.against().word(),
          s.model().word(),
          s.photo().word(),
          s.n(),
          values,
          undefined);
    }
  }
}
