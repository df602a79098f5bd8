package org.pentimento.report.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.Figure;
import org.pentimento.chart.FigureWriter;
import org.pentimento.chart.Theme;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.MetricNames;
import org.pentimento.figures.PairValues;
import org.pentimento.report.source.MeasurementRows;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.view.Report.Chart;
import org.pentimento.verdict.ConditionNames;

/**
 * Makes the charts of a comparison with every kind of chart that is installed. One that fails or
 * takes too long is replaced by a message and stops nothing.
 */
final class ChartBuilder {
  /** At most so many test pairs are drawn under each condition. */
  private static final int PAIRS = 400;

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "report-charts");
            thread.setDaemon(true);
            return thread;
          });

  private final ReportSource source;
  private final List<InstalledFigure> figures;
  private final Progress progress;

  ChartBuilder(ReportSource source, List<InstalledFigure> figures, Progress progress) {
    this.source = source;
    this.figures = figures;
    this.progress = progress;
  }

  /**
   * Makes the charts, the most important kind first.
   *
   * @param anchor begins the charts' ids
   */
  List<Chart> charts(RunResult result, Comparison comparison, String anchor) throws IOException {
    PairValues.Collector collector = new PairValues.Collector(PAIRS);
    MeasurementRows.read(source, comparison, collector::add);
    PairValues samples = collector.values();
    String shown =
        comparison.images().size() > PAIRS ? " The first " + PAIRS + " test pairs are drawn." : "";
    MetricChoice usual = MetricChoice.usual(comparison, samples);
    List<Chart> charts = new ArrayList<>();
    for (InstalledFigure kind : figures) {
      String id = anchor + "-" + kind.id();
      String help = kind.help() + (kind.marks() ? shown : "");
      try {
        List<MetricChoice> choices = limited(() -> kind.inDocuments(usual, comparison));
        int number = 0;
        for (MetricChoice choice : choices) {
          FigureInput input = new FigureInput(result, comparison, samples, choice);
          Optional<Figure> figure = limited(() -> drawn(kind, input));
          if (figure.isPresent()) {
            boolean several = choices.size() > 1;
            number++;
            charts.add(
                new Chart(
                    several ? id + "-" + number : id,
                    kind.topic(),
                    figure,
                    several ? choice(input, help, figure.get()) : help));
          }
        }
      } catch (TimeoutException e) {
        charts.add(
            failed(
                kind,
                id,
                "was not ready after " + InstalledFigure.LIMIT.toSeconds() + " s and is left out"));
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String why =
            cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        charts.add(failed(kind, id, "cannot be drawn: " + why.replaceFirst("[.!]$", "")));
      }
    }
    return charts;
  }

  /** What tells a chart from those of the same kind; how to read a small one is seen at once. */
  private static String choice(FigureInput input, String help, Figure figure) {
    MetricChoice choice = input.choice();
    String what =
        MetricNames.of(input.result()).of(choice.metric())
            + " against the "
            + ConditionNames.of(choice.against());
    return Chart.isSmall(figure) ? what : what + ". " + help;
  }

  /** Draws a figure once for nothing, so that what fails in drawing fails here. */
  private static Optional<Figure> drawn(InstalledFigure kind, FigureInput input) {
    Optional<Figure> figure = kind.figure(input);
    figure.ifPresent(f -> FigureWriter.svg(f, "trial", Theme.LIGHT));
    return figure;
  }

  private Chart failed(InstalledFigure kind, String id, String what) {
    String message = "The chart “" + kind.title() + "” " + what + ".";
    progress.note(message);
    return new Chart(id, kind.topic(), Optional.empty(), message);
  }

  private static <T> T limited(Callable<T> work) throws ExecutionException, TimeoutException {
    Future<T> future = THREADS.submit(work);
    try {
      return future.get(InstalledFigure.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ExecutionException(new IllegalStateException("the report was interrupted", e));
    }
  }
}
