package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.log.Entry;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.figures.Figures;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.registry.Extensions;
import org.pentimento.report.ReportFormat;
import org.pentimento.report.ReportWriter;
import org.pentimento.report.source.CaseReportSource;
import org.pentimento.report.source.ReportSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes what a case's runs and inspections found as HTML, PDF, CSV and JSON.")
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final InstalledFigures figures;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report; NAME-report beside NAME.case by default.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "What to write: ${COMPLETION-CANDIDATES}; all by default.")
  private Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

  ReportCommand(Console console, Extensions extensions, InstalledFigures figures) {
    this.console = console;
    this.extensions = extensions;
    this.figures = figures;
  }

  @Override
  public Integer call() throws Exception {
    return write(console, extensions, figures.figures(), caseFolder, out, formats);
  }

  /** Writes the report of a case, keeps it in the case and tells where it lies. */
  static int write(
      Console console,
      Extensions extensions,
      Figures figures,
      Path caseFolder,
      @Nullable Path out,
      Set<ReportFormat> formats)
      throws IOException, CancelledException {
    Path folder = out == null ? beside(caseFolder) : out;
    try (CaseFile caseFile = open(caseFolder)) {
      if (caseFile.runs().isEmpty()) {
        throw new BadInputException(
            "The case " + caseFolder + " has no run to report.",
            "Carry out a plan first: pentimento run PLAN.yaml --case "
                + caseFolder
                + "; or inspect a data set: pentimento inspect dataset "
                + caseFolder
                + " DATASET");
      }
      // The report bears the time of the last thing that happened to the case, so that making it
      // twice gives the same bytes.
      List<Entry> entries = caseFile.entries();
      List<String> missing = MissingExtensions.of(caseFile, extensions);
      ReportSource source =
          CaseReportSource.of(
              caseFile,
              entries.get(entries.size() - 1).time(),
              new ProductVersion().getVersion()[0],
              missing);
      new ReportWriter(figures).writeAll(source, formats, folder, Progress.NONE);
      Map<String, String> files = new TreeMap<>();
      for (ReportFormat format : new TreeSet<>(formats)) {
        files.put(format.fileName(), caseFile.blobs().put(folder.resolve(format.fileName())));
      }
      caseFile.record(new ReportWritten(files));
      missing.forEach(console.out()::println);
    }
    console
        .out()
        .println(
            "Report: "
                + folder
                    .resolve(new TreeSet<>(formats).first().fileName())
                    .toAbsolutePath()
                    .normalize());
    return ExitStatus.DONE;
  }

  private static CaseFile open(Path caseFolder) throws IOException {
    try {
      return CaseFile.openForWriting(caseFolder);
    } catch (BadInputException e) {
      if (e.getCause() instanceof FileSystemException) { // a case that can only be read
        throw new BadInputException(
            e.getMessage() + " A report is recorded in its case.",
            "Copy the case to where you may write: pentimento report COPY. Tables and charts alone"
                + " can be had of a case that is only read: pentimento export "
                + caseFolder
                + " --tables --charts svg --out DIR",
            e);
      }
      throw e;
    }
  }

  private static Path beside(Path caseFolder) {
    Path folder = caseFolder.toAbsolutePath().normalize();
    String name = String.valueOf(folder.getFileName()).replaceFirst("\\.case$", "");
    return folder.resolveSibling(name + "-report");
  }
}
