package org.pentimento.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.report.source.ReportSource;

/** All means with their intervals, in the order of the results. */
public final class SummariesCsv {
  private SummariesCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out) throws IOException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    csv.writeRecord(
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
    for (ReportSource.Run<RunResult> run : source.runs()) {
      RunResult result = run.result();
      if (result == null) {
        continue;
      }
      for (Comparison c : result.comparisons()) {
        for (Summary s : c.summaries()) {
          CsvWriterRecord line = csv.writeRecord();
          texts(line, run.id());
          comparison(line, c);
          texts(line, s.metric(), s.name(), s.model().word(), s.photo().word(), s.against().word());
          line.writeField(Integer.toString(s.n())).writeField(Integer.toString(s.undefined()));
          line.writeField(SpreadsheetText.number(s.mean()));
          line.writeField(SpreadsheetText.number(s.low()));
          line.writeField(SpreadsheetText.number(s.high())).endRecord();
        }
      }
    }
    csv.flush();
  }

  private static void texts(CsvWriterRecord line, String... texts) {
    for (String text : texts) {
      line.writeField(SpreadsheetText.text(text));
    }
  }

  private static void comparison(CsvWriterRecord line, Comparison c) {
    Comparison.Attack attack = c.attack();
    texts(
        line,
        c.id(),
        c.audited().extension().id(),
        attack == null ? "" : attack.trigger().id(),
        attack == null ? "" : attack.strategy().id());
    line.writeField(SpreadsheetText.number(attack == null ? null : (Double) attack.rate()));
    OptionalLong seed = c.audited().seed();
    line.writeField(seed.isPresent() ? Long.toString(seed.getAsLong()) : "");
    texts(
        line,
        c.models().entrySet().stream()
            .filter(model -> model.getValue().collapse() != null)
            .map(model -> model.getKey().word())
            .collect(Collectors.joining(" and ")));
  }
}
