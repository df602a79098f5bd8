package org.pentimento.report.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.report.ReportSource;

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
          csv.text(s.metric())
              .text(s.name())
              .text(s.model().word())
              .text(s.photo().word())
              .text(s.against().word());
          csv.number(s.n()).number(s.undefined());
          csv.number(s.mean()).number(s.low()).number(s.high()).end();
        }
      }
    }
    csv.flush();
  }

  private static void comparison(CsvWriter csv, Comparison c) throws IOException {
    Comparison.Attack attack = c.attack();
    csv.text(c.id()).text(c.audited().extension().id());
    csv.text(attack == null ? "" : attack.trigger().id());
    csv.text(attack == null ? "" : attack.strategy().id());
    csv.number(attack == null ? null : (Double) attack.rate());
    OptionalLong seed = c.audited().seed();
    csv.number(seed.isPresent() ? (Long) seed.getAsLong() : null);
    csv.text(
        c.models().entrySet().stream()
            .filter(model -> model.getValue().collapse() != null)
            .map(model -> model.getKey().word())
            .collect(Collectors.joining(" and ")));
  }
}
