package org.pentimento.report;

/** What a report can be written as. */
public enum ReportFormat {
  /** One page that needs nothing beside it. */
  HTML("report.html"),
  /** Typeset pages. */
  PDF("report.pdf"),
  /** Means with their intervals, RFC 4180. */
  SUMMARIES("summaries.csv"),
  /** All single values, RFC 4180. */
  MEASUREMENTS("measurements.csv"),
  /** Every pair of every inspection with its score and reasons, RFC 4180. */
  INSPECTED_PAIRS("inspected-pairs.csv"),
  /** What inspections of models measured, beside the clean models, RFC 4180. */
  MODEL_LOOKS("model-looks.csv"),
  /** What self-tests found of each kind of attack and oddity, RFC 4180. */
  SELF_TESTS("self-tests.csv"),
  /** The stored results, unchanged, with the facts of the case. */
  JSON("results.json");

  private final String fileName;

  ReportFormat(String fileName) {
    this.fileName = fileName;
  }

  /** The name of its file in a folder of reports. */
  public String fileName() {
    return fileName;
  }
}
