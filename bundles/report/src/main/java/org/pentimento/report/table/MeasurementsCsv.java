package org.pentimento.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.report.source.MeasurementRows;
import org.pentimento.report.source.ReportSource;

/** All single values, in the order of the results; never more than one in memory. */
public final class MeasurementsCsv {
  private MeasurementsCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out, Progress progress)
      throws IOException, CancelledException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    csv.writeRecord(
        "run",
        "comparison",
        "pair",
        "model",
        "photo",
        "against",
        "metric",
        "name",
        "value",
        "reason");
    for (ReportSource.Run<RunResult> run : source.runs()) {
      RunResult result = run.result();
      if (result == null) {
        continue;
      }
      for (Comparison c : result.comparisons()) {
        progress.checkCancelled();
        boolean there =
            MeasurementRows.read(
                source,
                c,
                row -> {
                  CsvWriterRecord line = csv.writeRecord();
                  for (String text :
                      List.of(
                          run.id(),
                          c.id(),
                          row.pair(),
                          row.model().word(),
                          row.photo().word(),
                          row.against().word(),
                          row.metric(),
                          row.name())) {
                    line.writeField(SpreadsheetText.text(text));
                  }
                  line.writeField(SpreadsheetText.number(row.value()));
                  line.writeField(SpreadsheetText.text(row.reason())).endRecord();
                });
        if (!there) {
          progress.note("The case does not hold the measurements of comparison " + c.id() + ".");
        }
      }
    }
    csv.flush();
  }
}
