package org.pentimento.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.SpreadsheetText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.PairWords;

/** Every pair of every inspection, most suspicious first. */
public final class InspectedPairsCsv {
  /** Below this, numbers are written with a power of ten. */
  private static final BigDecimal SMALL = new BigDecimal("0.0001");

  private InspectedPairsCsv() {}

  /** Writes the table; the stream stays open. */
  public static void write(ReportSource source, OutputStream out, Progress progress)
      throws IOException, CancelledException {
    CsvWriter csv = SpreadsheetText.writers().build(out);
    csv.writeRecord(
        "inspection",
        "origin",
        "data set",
        "verdict",
        "place",
        "pair",
        "score",
        "p",
        "flagged",
        "patterns",
        "reasons",
        "qualities",
        "poisoned here");
    for (ReportSource.Run<InspectionResult> run : source.inspections()) {
      if (run.result() != null) {
        pairs(csv, run.id(), FindingKind.EVIDENCE, run.result(), progress);
      }
    }
    for (ReportSource.Run<RunResult> run : source.runs()) {
      if (run.result() != null) {
        for (AttackInspection one : run.result().inspections()) {
          Optional<InspectionResult> said = source.inspection(one.inspection());
          if (said.isPresent()) {
            String name = run.id() + ", attack " + one.attack() + ", seed " + one.seed();
            pairs(csv, name, FindingKind.SIMULATION, said.get(), progress);
          }
        }
      }
    }
    csv.flush();
  }

  private static void pairs(
      CsvWriter csv,
      String inspection,
      FindingKind kind,
      InspectionResult result,
      Progress progress)
      throws CancelledException {
    List<Set<String>> members =
        result.patterns().stream()
            .map(PatternFound::pairs)
            .map(pairs -> (Set<String>) new HashSet<>(pairs))
            .toList();
    Set<String> poisoned =
        result.truth() == null ? Set.of() : new HashSet<>(result.truth().poisoned());
    int place = 0;
    for (InspectedPair pair : result.pairs()) {
      progress.checkCancelled();
      place++;
      CsvWriterRecord line = csv.writeRecord();
      text(line, inspection, kind.word(), result.data().dataset(), result.verdict().word());
      line.writeField(Integer.toString(place));
      text(line, pair.id());
      line.writeField(number(pair.score()));
      line.writeField(number(pair.p()));
      text(
          line,
          pair.flagged() ? "yes" : "no",
          patterns(members, pair.id()),
          String.join(" ", PairWords.reasons(pair)),
          pair.qualities().stream().map(PairWords::quality).collect(Collectors.joining(" ")),
          result.truth() == null ? "" : poisoned.contains(pair.id()) ? "yes" : "no");
      line.endRecord();
    }
  }

  /** The numbers of the patterns that a pair carries, from 1. */
  private static String patterns(List<Set<String>> members, String pair) {
    StringBuilder numbers = new StringBuilder();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).contains(pair)) {
        numbers.append(numbers.length() == 0 ? "" : " ").append(i + 1);
      }
    }
    return numbers.toString();
  }

  /** A number of six digits at most. */
  private static String number(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return "";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(6)).stripTrailingZeros();
    return rounded.signum() == 0 || rounded.abs().compareTo(SMALL) >= 0
        ? rounded.toPlainString()
        : rounded.toString();
  }

  private static void text(CsvWriterRecord line, String... texts) {
    for (String text : texts) {
      line.writeField(SpreadsheetText.text(text));
    }
  }
}
