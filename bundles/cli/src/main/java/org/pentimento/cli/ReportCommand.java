package org.pentimento.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.report.CaseReportSource;
import org.pentimento.report.ReportFormat;
import org.pentimento.report.ReportWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes what a case's runs found as HTML, PDF, CSV and JSON.")
final class ReportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the report; NAME-report beside NAME.case by default.")
  private @Nullable Path out;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    return write(console, caseFolder, out);
  }

  /** Writes the report of a case, keeps it in the case and tells where it lies. */
  static int write(Console console, Path caseFolder, @Nullable Path out)
      throws IOException, CancelledException {
    Path folder = out == null ? beside(caseFolder) : out;
    try (CaseFile caseFile = CaseFile.openForWriting(caseFolder)) {
      String product = new ProductVersion().getVersion()[0];
      ReportWriter.writeAll(
          new CaseReportSource(caseFile, product),
          EnumSet.allOf(ReportFormat.class),
          folder,
          Progress.NONE);
      Map<String, String> files = new TreeMap<>();
      for (ReportFormat format : ReportFormat.values()) {
        files.put(format.fileName(), caseFile.blobs().put(folder.resolve(format.fileName())));
      }
      caseFile.record("report-written", Map.of("files", files));
    }
    console
        .out()
        .println(
            "Report: " + folder.resolve(ReportFormat.HTML.fileName()).toAbsolutePath().normalize());
    return ExitStatus.DONE;
  }

  private static Path beside(Path caseFolder) {
    Path folder = caseFolder.toAbsolutePath().normalize();
    String name = String.valueOf(folder.getFileName()).replaceFirst("\\.case$", "");
    return folder.resolveSibling(name + "-report");
  }
}
