package org.pentimento.report.table;

import java.io.IOException;
import java.io.OutputStream;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.report.source.ReportSource;

/** All means with their intervals, in the order of the results. */
public final class SummariesCsv {
  private SummariesCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    csv.head(
        "run",
        "comparison",
        "generator",
        "trigger",
        "strategy",
        "rate",
        "seed",
        "collapsed",
        "metric",
        "name",
        "model",
        "photo",
        "against",
        "n",
        "undefined",
        "mean",
        "low95",
        "high95");
    for (ReportSource.Run run : source.runs()) {
      RunResult result = run.result();
      if (result == null) {
        continue;
      }
      for (Comparison c : result.comparisons()) {
        for (Summary s : c.summaries()) {
          comparison(csv.text(run.id()), c);
          csv.text(s.metric()).text(s.name()).text(s.model()).text(s.photo()).text(s.against());
          csv.number(s.n()).number(s.undefined());
          csv.number(s.mean()).number(s.low()).number(s.high()).end();
        }
      }
    }
    csv.flush();
  }

  private static void comparison(CsvWriter csv, Comparison c) throws IOException {
    Comparison.Attack attack = c.attack();
    csv.text(c.id()).text(c.generator().id());
    csv.text(attack == null ? "" : attack.trigger().id());
    csv.text(attack == null ? "" : attack.strategy().id());
    csv.number(attack == null ? null : (Double) attack.rate());
    csv.number(c.seed());
    Comparison.TrainedModel poisoned = c.poisonedModel();
    boolean clean = !c.cleanModel().collapsed().isEmpty();
    boolean harmed = poisoned != null && !poisoned.collapsed().isEmpty();
    csv.text(
        clean && harmed
            ? "clean and poisoned"
            : clean ? (c.imported() ? "imported" : "clean") : harmed ? "poisoned" : "");
  }
}
