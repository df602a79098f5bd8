package org.pentimento.workbench.exchange.exporting;

/** What can be exported. */
enum ExportKind {
  REPORT(
      "&Report",
      "What runs and inspections found, to be read, printed and filed: HTML, PDF, CSV, JSON."),
  TABLES("&Tables", "Means with their intervals and all single values of runs, as CSV."),
  CHARTS("C&harts", "Every chart of runs, as SVG or PNG."),
  MODEL("&Model", "A trained model as an ONNX file, which other programs run."),
  COPY(
      "&Poisoned copy of a data set",
      "To try detectors and trainings on; with a manifest of what was changed.");

  private final String title;
  private final String help;

  ExportKind(String title, String help) {
    this.title = title;
    this.help = help;
  }

  String title() {
    return title;
  }

  String help() {
    return help;
  }

  /** Whether files of the same names are replaced, if a person agrees. */
  boolean replaces() {
    return this == TABLES || this == CHARTS;
  }
}
