package org.pentimento.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.ModelInspectionWords;

/**
 * Everything that inspections of models measured, those of a plan included, beside what they
 * measured of clean models.
 */
public final class ModelLooksCsv {
  private ModelLooksCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out) throws IOException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    csv.writeRecord(
        "inspection",
        "origin",
        "model",
        "verdict",
        "question",
        "answer",
        "detector",
        "measurement",
        "this model",
        "clean models",
        "spreads above clean models",
        "p",
        "least p",
        "why it was not measured");
    for (ReportSource.Run<ModelInspectionResult> run : source.modelInspections()) {
      if (run.result() != null) {
        looks(csv, run.id(), FindingKind.EVIDENCE, run.result());
      }
    }
    for (ReportSource.Run<RunResult> run : source.runs()) {
      if (run.result() != null) {
        for (ModelAnswer one : run.result().modelInspections()) {
          Optional<ModelInspectionResult> said = source.modelInspection(one.modelInspection());
          if (said.isPresent()) {
            looks(csv, run.id(), FindingKind.SIMULATION, said.get());
          }
        }
      }
    }
    csv.flush();
  }

  private static void looks(
      CsvWriter csv, String inspection, FindingKind kind, ModelInspectionResult result) {
    for (MeasuredLook look : result.looks()) {
      look(csv.writeRecord(), inspection, kind, result, look);
    }
  }

  private static void look(
      CsvWriterRecord line,
      String inspection,
      FindingKind kind,
      ModelInspectionResult result,
      MeasuredLook look) {
    text(
        line,
        inspection,
        kind.word(),
        result.model().name(),
        result.verdict().word(),
        ModelInspectionWords.question(look.look().axis()),
        result.axes().stream()
            .filter(axis -> axis.axis() == look.look().axis())
            .map(AxisFound::evidence)
            .map(ModelInspectionWords::answer)
            .findFirst()
            .orElse(""),
        look.detector(),
        look.look().name());
    number(line, look.suspect());
    text(
        line,
        look.shadows().stream().map(SpreadsheetText::number).collect(Collectors.joining(" ")));
    number(line, look.z());
    number(line, look.p());
    number(line, look.leastP());
    text(line, look.problem());
    line.endRecord();
  }

  private static void number(CsvWriterRecord line, @Nullable Double value) {
    line.writeField(value == null ? "" : SpreadsheetText.number(value));
  }

  private static void text(CsvWriterRecord line, String... texts) {
    for (String text : texts) {
      line.writeField(SpreadsheetText.text(text));
    }
  }
}
