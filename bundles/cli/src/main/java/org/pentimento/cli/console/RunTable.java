package org.pentimento.cli.console;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobResult.InspectionRow;
import org.pentimento.protocol.JobResult.ModelRow;
import org.pentimento.protocol.JobResult.PanelRow;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.Verdicts;

/** The result of a run job as a table for people. */
public final class RunTable {
  private RunTable() {}

  /** Prints a result: what each comparison concludes, its means, what detectors found. */
  public static void print(PrintStream out, JobResult.OfRun result) {
    out.printf("%nRun %s in %s: %s.%n", result.run(), result.caseFolder(), result.took().words());
    for (JobResult.RunRow row : result.table()) {
      out.printf("%n%s (%s)%n", row.comparison(), row.kind().word());
      row.conclusions().forEach(sentence -> out.println("  " + sentence));
      row.trainings()
          .forEach(
              (model, training) ->
                  out.printf(
                      "  Training of the %s: %s.%n", ConditionNames.of(model), training.words()));
      if (!row.panel().isEmpty()) {
        panel(out, row.panel());
      }
      out.printf(
          "%n  %-12s %-8s %-9s %-10s %5s  %8s  %s%n",
          "metric", "against", "model", "photos", "n", "mean", "95 % interval");
      row.summaries().forEach(summary -> print(out, summary));
    }
    if (!result.lost().isEmpty()) {
      out.println();
      result.lost().forEach(out::println);
    }
    if (!result.seeds().isEmpty()) {
      out.println();
      result.seeds().forEach(out::println);
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

  /** What each metric says of the harm: shares of the honest value, positive if it got worse. */
  private static void panel(PrintStream out, List<PanelRow> panel) {
    out.printf(
        "%n  From clean to triggered photos; what is worse in percent of the honest value:%n"
            + "  %-22s %17s %17s %9s %9s %9s  %s%n",
        "metric", "suspect model", "clean model", "worse by", "trigger", "backdoor", "it");
    for (PanelRow row : panel) {
      Blindness b = row.figures();
      Net net = b.net();
      Double share = net == null ? null : net.share();
      Double loss = b.loss();
      out.printf(
          "  %-22s %17s %17s %9s %9s %9s  %s%n",
          b.name(),
          fromTo(b.honest(), b.harmed()),
          net == null ? "none" : fromTo(net.honest(), net.harmed()),
          percent(loss),
          percent(loss == null || share == null ? null : Double.valueOf(loss - share)),
          percent(share),
          Verdicts.name(row.sight()));
    }
  }

  private static String fromTo(double from, double to) {
    return String.format(Locale.ROOT, "%.4f → %.4f", from, to);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
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
