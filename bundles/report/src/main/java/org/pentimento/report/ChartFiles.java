package org.pentimento.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.figures.Figures;
import org.pentimento.report.part.Chart;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.view.Report;
import org.pentimento.report.view.ReportBuilder;

/** Writes the charts of a report as files of their own. */
public final class ChartFiles {
  private static final double PNG_SCALE = 2;

  private ChartFiles() {}

  /** What a chart can be written as. */
  public enum Format {
    /** Lines and letters, sharp at any size. */
    SVG,
    /** Pixels, 192 to the inch. */
    PNG
  }

  /**
   * Writes every chart in every format, named after its run, its comparison and what it shows.
   *
   * @param figures the kinds of charts
   * @param theme of all charts
   * @param folder is made, for its owner only, if it is not there
   * @param replace whether files of the same names are replaced
   * @throws BadInputException if such a file is there and is not to be replaced; then nothing was
   *     written
   * @return the files, in the order of the report
   */
  public static List<Path> write(
      ReportSource source,
      Figures figures,
      Set<Format> formats,
      Theme theme,
      Path folder,
      boolean replace,
      Progress progress)
      throws IOException, CancelledException {
    List<Chart> charts = charts(ReportBuilder.build(source, figures, progress));
    for (Chart chart : charts) {
      for (Format format : formats) {
        refuseExisting(file(folder, chart, format), replace);
      }
    }
    OwnerOnly.createFolders(folder);
    progress.begin("Writing charts", charts.size());
    List<Path> files = new ArrayList<>();
    for (Chart chart : charts) {
      Figure figure = chart.figure().orElseThrow();
      progress.checkCancelled();
      for (Format format : new TreeSet<>(formats)) {
        Path file = file(folder, chart, format);
        put(file, bytes(figure, chart.id(), format, theme));
        files.add(file);
      }
      progress.advance(1);
    }
    return files;
  }

  private static Path file(Path folder, Chart chart, Format format) {
    return folder.resolve(chart.id() + "." + format.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Refuses a file that is there already.
   *
   * @param replace whether it may be replaced all the same
   */
  public static void refuseExisting(Path file, boolean replace) throws BadInputException {
    if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BadInputException(
          file + " is there already.",
          "Choose another folder, or give --force to replace files of the same names. Nothing was"
              + " written.");
    }
  }

  private static List<Chart> charts(Report report) {
    List<Chart> charts = new ArrayList<>();
    report.inspections().forEach(i -> drawn(i.charts(), charts));
    report.modelInspections().forEach(i -> drawn(i.charts(), charts));
    report.selfTests().forEach(t -> drawn(t.charts(), charts));
    for (Report.Run run : report.runs()) {
      run.inspections().forEach(i -> drawn(i.charts(), charts));
      run.modelInspections().forEach(i -> drawn(i.charts(), charts));
      for (Report.Comparison comparison : run.comparisons()) {
        drawn(comparison.charts(), charts);
      }
    }
    return charts;
  }

  private static void drawn(List<Chart> all, List<Chart> charts) {
    all.stream().filter(c -> c.figure().isPresent()).forEach(charts::add);
  }

  private static byte[] bytes(Figure figure, String id, Format format, Theme theme) {
    return switch (format) {
      case SVG -> FigureWriter.svg(figure, id, theme).getBytes(StandardCharsets.UTF_8);
      case PNG -> FigureWriter.png(figure, theme, PNG_SCALE);
    };
  }

  /** A file is there in full or not at all. */
  private static void put(Path file, byte[] content) throws IOException {
    Path unfinished = Files.createTempFile(file.getParent(), ".chart", ".part");
    try {
      Files.write(unfinished, content);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
