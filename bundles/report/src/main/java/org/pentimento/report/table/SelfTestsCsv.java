package org.pentimento.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.report.source.ReportSource;

/** What self-tests found of each kind of attack and oddity, in the order of the results. */
public final class SelfTestsCsv {
  private SelfTestsCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out) throws IOException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    csv.writeRecord(
        "selfTest",
        "data set",
        "planted",
        "trigger",
        "strategy",
        "oddity",
        "rate",
        "sets",
        "auc",
        "aucLow95",
        "aucHigh95",
        "flagged",
        "flaggedLow95",
        "flaggedHigh95",
        "shown",
        "shownLow95",
        "shownHigh95",
        "atOnePercent",
        "atOnePercentLow95",
        "atOnePercentHigh95",
        "atFivePercent",
        "atFivePercentLow95",
        "atFivePercentHigh95",
        "falseAlarms",
        "falseAlarmsLow95",
        "falseAlarmsHigh95",
        "worstFalseAlarms",
        "placeIou",
        "settingError",
        "smallestFound");
    for (ReportSource.Run<SelfTestResult> run : source.selfTests()) {
      SelfTestResult result = run.result();
      if (result != null) {
        for (KindSummary kind : result.kinds()) {
          kind(csv.writeRecord(), run.id(), result.data().dataset(), kind);
        }
      }
    }
    csv.flush();
  }

  private static void kind(CsvWriterRecord line, String run, String dataset, KindSummary kind) {
    line.writeField(SpreadsheetText.text(run));
    line.writeField(SpreadsheetText.text(dataset));
    line.writeField(kind.planted().name().toLowerCase(Locale.ROOT));
    line.writeField(SpreadsheetText.text(kind.trigger()));
    line.writeField(SpreadsheetText.text(kind.strategy()));
    line.writeField(SpreadsheetText.text(kind.oddity()));
    line.writeField(SpreadsheetText.number(kind.rate() > 0 ? (Double) kind.rate() : null));
    line.writeField(Integer.toString(kind.sets()));
    share(line, kind.auc());
    share(line, kind.recall());
    share(line, kind.shown());
    share(line, kind.recallAtOne());
    share(line, kind.recallAtFive());
    share(line, kind.falseAlarms());
    line.writeField(SpreadsheetText.number(kind.worstFalseAlarms()));
    line.writeField(SpreadsheetText.number(kind.placeIou()));
    line.writeField(SpreadsheetText.number(kind.settingError()));
    line.writeField(SpreadsheetText.number(kind.smallestFound())).endRecord();
  }

  private static void share(CsvWriterRecord line, @Nullable Share share) {
    line.writeField(SpreadsheetText.number(share == null ? null : (Double) share.value()));
    line.writeField(SpreadsheetText.number(share == null ? null : (Double) share.low()));
    line.writeField(SpreadsheetText.number(share == null ? null : (Double) share.high()));
  }
}
