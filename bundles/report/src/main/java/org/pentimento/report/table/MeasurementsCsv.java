package org.pentimento.report.table;

import java.io.IOException;
import java.io.OutputStream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.report.ReportSource;

/** All single values, in the order of the results; never more than one in memory. */
public final class MeasurementsCsv {
  private MeasurementsCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out, Progress progress)
      throws IOException, CancelledException {
    CsvWriter csv = new CsvWriter(out);
    csv.head(
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
    for (ReportSource.Run run : source.runs()) {
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
                  csv.text(run.id()).text(c.id()).text(row.pair()).text(row.model().word());
                  csv.text(row.photo().word())
                      .text(row.against().word())
                      .text(row.metric())
                      .text(row.name());
                  csv.number(row.value()).text(row.reason()).end();
                });
        if (!there) {
          progress.note("The case does not hold the measurements of comparison " + c.id() + ".");
        }
      }
    }
    csv.flush();
  }
}
