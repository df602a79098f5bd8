package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.chart.Palette;
import org.pentimento.chart.Theme;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.figures.Figures;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.report.ChartFiles;
import org.pentimento.report.ReportFormat;
import org.pentimento.report.ReportWriter;
import org.pentimento.report.source.CaseReportSource;
import org.pentimento.report.source.Installation;
import org.pentimento.report.source.ReportOrder;
import org.pentimento.report.source.ReportSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes tables and charts of a case's runs and inspections as files, or hands the whole case"
            + " over; the custody log tells of it, if the case can be written to.")
final class ExportCommand implements Callable<Integer> {
  private final Console console;
  private final InstalledFigures figures;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--run",
      split = ",",
      paramLabel = "ID",
      description = "Which runs, inspections and self-tests; all that are finished by default.")
  private Set<String> runs = new LinkedHashSet<>();

  @Option(
      names = "--tables",
      description = "Means, all single values, inspected pairs and self-tests as CSV.")
  private boolean tables;

  @Option(
      names = "--charts",
      split = ",",
      paramLabel = "FORMAT",
      description = "Charts as ${COMPLETION-CANDIDATES}.")
  private Set<ChartFiles.Format> charts = EnumSet.noneOf(ChartFiles.Format.class);

  @Option(
      names = "--palette",
      paramLabel = "NAME",
      description = "Hues of the charts: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Palette palette = Palette.OKABE_ITO;

  @Option(names = "--dark", description = "Charts on a dark ground instead of white paper.")
  private boolean dark;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables and charts, made if it is not there.")
  private @Nullable Path out;

  @Option(
      names = "--bag",
      paramLabel = "DIR",
      description =
          "Instead of tables and charts: a folder, not there yet, for a copy of the whole case with"
              + " its last report, a verifier that needs Python alone, the format's text, and"
              + " lists of hashes (BagIt).")
  private @Nullable Path bag;

  @Option(
      names = "--force",
      description = "Replace files of the same names that are in the folder already.")
  private boolean force;

  ExportCommand(Console console, InstalledFigures figures) {
    this.console = console;
    this.figures = figures;
  }

  @Override
  public Integer call() throws Exception {
    Path handedOver = bag;
    if (handedOver != null) {
      if (tables || !charts.isEmpty() || out != null || !runs.isEmpty()) {
        throw new BadInputException(
            "A bag holds the whole case; tables and charts are exported apart.",
            "Give --bag without --tables, --charts, --run and --out.");
      }
      return new BagExport(console).write(caseFolder, handedOver);
    }
    Path folder = out;
    if (folder == null && (tables || !charts.isEmpty())) {
      throw new BadInputException("It was not said where to export to.", "Give --out DIR.");
    }
    if (folder == null || (!tables && charts.isEmpty())) {
      throw new BadInputException(
          "It was not said what to export.",
          "Give --tables, --charts svg,png or both with --out DIR; or --bag DIR for the whole case.");
    }
    Set<String> exported;
    try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
      exported = chosen(caseFile);
      ReportSource source = source(caseFile, exported);
      Set<ReportFormat> formats = tables ? formats(source) : EnumSet.noneOf(ReportFormat.class);
      for (ReportFormat format : formats) {
        ChartFiles.refuseExisting(folder.resolve(format.fileName()), force);
      }
      List<Path> drawn =
          charts.isEmpty()
              ? List.of()
              : ChartFiles.write(
                  source,
                  figures.figures(),
                  charts,
                  Theme.of(palette, dark),
                  folder,
                  force,
                  Progress.NONE);
      new ReportWriter(Figures.NONE).writeAll(source, formats, folder, Progress.NONE);
      formats.forEach(format -> console.out().println(folder.resolve(format.fileName())));
      drawn.forEach(console.out()::println);
    }
    log(exported, folder);
    return ExitStatus.DONE;
  }

  /** The tables that have something to say of what is exported. */
  private static Set<ReportFormat> formats(ReportSource source) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    if (!source.runs().isEmpty()) {
      formats.add(ReportFormat.SUMMARIES);
      formats.add(ReportFormat.MEASUREMENTS);
    }
    boolean simulated =
        source.runs().stream()
            .anyMatch(run -> run.result() != null && !run.result().inspections().isEmpty());
    if (simulated || !source.inspections().isEmpty()) {
      formats.add(ReportFormat.INSPECTED_PAIRS);
    }
    boolean modelsInspected =
        source.runs().stream()
            .anyMatch(run -> run.result() != null && !run.result().modelInspections().isEmpty());
    if (modelsInspected || !source.modelInspections().isEmpty()) {
      formats.add(ReportFormat.MODEL_LOOKS);
    }
    if (!source.selfTests().isEmpty()) {
      formats.add(ReportFormat.SELF_TESTS);
    }
    return formats;
  }

  /**
   * Both kinds of files have entries of their own, because each may have been all that was wanted.
   */
  private void log(Set<String> exported, Path folder) {
    String subject = String.join(",", exported);
    String to = folder.toString();
    Set<String> problems = new LinkedHashSet<>();
    if (tables) {
      problems.add(CaseFile.log(caseFolder, new Exported(Exported.Kind.TABLES, subject, to)));
    }
    if (!charts.isEmpty()) {
      problems.add(CaseFile.log(caseFolder, new Exported(Exported.Kind.CHARTS, subject, to)));
    }
    problems.remove("");
    problems.forEach(console.err()::println);
  }

  /** Ids of what is exported. */
  private Set<String> chosen(CaseFile caseFile) throws IOException {
    Set<String> finished = new LinkedHashSet<>();
    caseFile.runs().stream()
        .filter(run -> run.state() == RunRecord.State.FINISHED)
        .forEach(run -> finished.add(run.id()));
    for (String run : runs) {
      if (!finished.contains(run)) {
        throw new BadInputException(
            "The case " + caseFolder + " has no finished run " + run + ".",
            "Finished are: " + String.join(", ", finished) + ".");
      }
    }
    if (finished.isEmpty()) {
      throw new BadInputException(
          "The case " + caseFolder + " has no finished run.",
          "Carry out a plan first: pentimento run PLAN.yaml --case " + ShellWord.of(caseFolder));
    }
    return runs.isEmpty() ? finished : runs;
  }

  private static ReportSource source(CaseFile caseFile, Set<String> chosen) throws IOException {
    return CaseReportSource.of(
        caseFile,
        ReportOrder.ofAll(caseFile).ofRuns(List.copyOf(chosen)),
        Installation.of(new ProductVersion().getVersion()[0]));
  }
}
