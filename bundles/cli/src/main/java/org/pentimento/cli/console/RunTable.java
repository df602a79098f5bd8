package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.Locale;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobResult.InspectionRow;
import org.pentimento.protocol.JobResult.ModelRow;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.ModelInspectionWords;

/** The result of a run job as a table for people. */
public final class RunTable {
  private RunTable() {}

  /** Prints a result: what each comparison concludes, its means, what detectors found. */
  public static void print(PrintStream out, JobResult.OfRun result) {
    out.printf("%nRun %s in %s%n", result.run(), result.caseFolder());
    for (JobResult.RunRow row : result.table()) {
      out.printf("%n%s%n", row.comparison());
      row.conclusions().forEach(sentence -> out.println("  " + sentence));
      row.trainings()
          .forEach(
              (model, training) ->
                  out.printf(
                      "  Training of the %s: %s.%n", ConditionNames.of(model), training.words()));
      out.printf(
          "%n  %-12s %-8s %-9s %-10s %5s  %8s  %s%n",
          "metric", "against", "model", "photos", "n", "mean", "95 % interval");
      row.summaries().forEach(summary -> print(out, summary));
    }
    if (!result.inspections().isEmpty()) {
      out.printf("%nInspections of the training pairs, whose detectors were told nothing%n");
      result.inspections().forEach(row -> print(out, row));
    }
    if (!result.modelInspections().isEmpty()) {
      out.printf(
          "%nInspections of the trained models with the test pairs; the detectors were told"
              + " nothing%n");
      result.modelInspections().forEach(row -> print(out, row));
    }
  }

  private static void print(PrintStream out, InspectionRow row) {
    out.printf(
        "  %s, seed %d: %s; %d of %d poisoned pairs and %d others flagged%s%n",
        row.attack() == 0 ? "No attack" : "Attack " + row.attack(),
        row.seed(),
        InspectionWords.name(row.verdict()),
        row.found(),
        row.poisoned(),
        row.falselyFlagged(),
        row.auc() == null ? "" : String.format(Locale.ROOT, ", AUC %.3f", row.auc()));
  }

  private static void print(PrintStream out, ModelRow row) {
    out.printf(
        "  %s: %s%s. In truth %s%n",
        row.model(),
        ModelInspectionWords.name(row.verdict()),
        row.score() == null ? "" : String.format(Locale.ROOT, ", score %.3f", row.score()),
        row.truth());
  }

  private static void print(PrintStream out, Summary s) {
    String undefined = s.undefined() > 0 ? "  (" + s.undefined() + " undefined)" : "";
    String values =
        s.mean() == null
            ? "       –"
            : String.format(Locale.ROOT, "%8.4f  %.4f to %.4f", s.mean(), s.low(), s.high());
    out.printf(
        "  %-12s %-8s %-9s %-10s %5d  %s%s%n",
        s.name(), s.against().word(), s.model().word(), s.photo().word(), s.n(), values, undefined);
  }
}
