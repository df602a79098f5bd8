package org.pentimento.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.figures.Figures;
import org.pentimento.report.html.HtmlReport;
import org.pentimento.report.pdf.PdfReport;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.table.InspectedPairsCsv;
import org.pentimento.report.table.JsonReport;
import org.pentimento.report.table.MeasurementsCsv;
import org.pentimento.report.table.ModelLooksCsv;
import org.pentimento.report.table.SelfTestsCsv;
import org.pentimento.report.table.SummariesCsv;
import org.pentimento.report.view.Report;
import org.pentimento.report.view.ReportBuilder;

/** Writes reports. One source and one list of charts give the same bytes each time. */
public final class ReportWriter {
  private final Figures figures;

  /**
   * Has written nothing yet.
   *
   * @param figures the kinds of charts that pages show
   */
  public ReportWriter(Figures figures) {
    this.figures = figures;
  }

  /**
   * Writes one report.
   *
   * @param out stays open
   * @throws org.pentimento.api.BadInputException if a stored result cannot be read
   */
  public void write(ReportSource source, ReportFormat format, OutputStream out, Progress progress)
      throws IOException, CancelledException {
    switch (format) {
      case HTML -> HtmlReport.write(ReportBuilder.build(source, figures, progress), out);
      case PDF -> PdfReport.write(ReportBuilder.build(source, figures, progress), out);
      case SUMMARIES -> SummariesCsv.write(source, out);
      case MEASUREMENTS -> MeasurementsCsv.write(source, out, progress);
      case INSPECTED_PAIRS -> InspectedPairsCsv.write(source, out, progress);
      case MODEL_LOOKS -> ModelLooksCsv.write(source, out);
      case SELF_TESTS -> SelfTestsCsv.write(source, out);
      case JSON -> JsonReport.write(source, out);
    }
  }

  /**
   * Writes several reports into a folder under their usual names. A file is there in full or not at
   * all.
   *
   * @param folder is made, for its owner only, if it is not there
   */
  public void writeAll(
      ReportSource source, Set<ReportFormat> formats, Path folder, Progress progress)
      throws IOException, CancelledException {
    OwnerOnly.createFolders(folder);
    boolean pages = formats.contains(ReportFormat.HTML) || formats.contains(ReportFormat.PDF);
    Report report = pages ? ReportBuilder.build(source, figures, progress) : null;
    Set<ReportFormat> others = new TreeSet<>(formats);
    if (report == null || !others.remove(ReportFormat.PDF)) {
      files(source, report, others, folder, progress);
      return;
    }
    // Its pages take as long as all other files together.
    FutureTask<Void> pdf =
        new FutureTask<>(
            () -> {
              file(source, report, ReportFormat.PDF, folder, progress);
              return null;
            });
    new Thread(pdf, "report as PDF").start();
    try {
      files(source, report, others, folder, progress);
    } finally {
      await(pdf);
    }
  }

  /** Waits to the end, so that nothing is half written when the caller looks. */
  private static void await(FutureTask<Void> task) throws IOException, CancelledException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof CancelledException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void files(
      ReportSource source,
      @Nullable Report report,
      Set<ReportFormat> formats,
      Path folder,
      Progress progress)
      throws IOException, CancelledException {
    for (ReportFormat format : formats) {
      file(source, report, format, folder, progress);
    }
  }

  private void file(
      ReportSource source,
      @Nullable Report report,
      ReportFormat format,
      Path folder,
      Progress progress)
      throws IOException, CancelledException {
    progress.checkCancelled();
    Path unfinished = Files.createTempFile(folder, "." + format.fileName(), ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        if (report != null && format == ReportFormat.HTML) {
          HtmlReport.write(report, out);
        } else if (report != null && format == ReportFormat.PDF) {
          PdfReport.write(report, out);
        } else {
          write(source, format, out, progress);
        }
      }
      Files.move(
          unfinished,
          folder.resolve(format.fileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
