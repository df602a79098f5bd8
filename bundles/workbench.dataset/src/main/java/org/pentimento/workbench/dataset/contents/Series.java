package org.pentimento.workbench.dataset.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Condition;
import org.pentimento.verdict.ConditionNames;

/**
 * The figures of one metric that a run measured under one condition, one for each test pair. They
 * are read from the case when somebody sorts by them.
 *
 * @param measurements SHA-256 of the blob that holds the figures
 * @param metric id of the metric
 * @param metricName the metric's name for people
 * @param condition under which was measured
 * @param source the run and its comparison, in words
 */
public record Series(
    String measurements, String metric, String metricName, Condition condition, String source) {

  /** The source and the condition, in words. */
  public String words() {
    return "%s: %s, against the %s"
        .formatted(source, ConditionNames.of(condition), ConditionNames.of(condition.reference()));
  }

  /** Reads the figures by pair; pairs without a figure are missing. */
  public Map<String, Double> read(Path caseFolder) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      Map<String, Double> figures = new HashMap<>();
      for (MeasurementRow row : file.blobs().readJson(measurements, MeasurementRow[].class)) {
        Double value = row.value();
        if (value != null && row.metric().equals(metric) && row.condition().equals(condition)) {
          figures.put(row.pair(), value);
        }
      }
      return figures;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
