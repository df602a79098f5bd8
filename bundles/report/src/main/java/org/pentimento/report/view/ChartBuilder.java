package org.pentimento.report.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.chart.Figure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.MetricNames;
import org.pentimento.figures.PairValues;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.source.MeasurementRows;
import org.pentimento.report.source.ReportSource;
import org.pentimento.verdict.ConditionNames;

/**
 * Makes the charts of a comparison with every kind of chart that is installed. One that fails or
 * takes too long is replaced by a message and stops nothing.
 */
final class ChartBuilder {
  /** At most so many test pairs are drawn under each condition. */
  private static final int PAIRS = 400;

  private final ReportSource source;
  private final List<InstalledFigure> figures;
  private final ChartGuard guard;

  ChartBuilder(ReportSource source, List<InstalledFigure> figures, ChartGuard guard) {
    this.source = source;
    this.figures = figures;
    this.guard = guard;
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
        List<MetricChoice> choices = ChartGuard.limited(() -> kind.inDocuments(usual, comparison));
        int number = 0;
        for (MetricChoice choice : choices) {
          FigureInput input = new FigureInput(result, comparison, samples, choice);
          Optional<Figure> figure = ChartGuard.limited(() -> ChartGuard.drawn(kind.figure(input)));
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
      } catch (TimeoutException | ExecutionException e) {
        charts.add(guard.failed(kind.title(), id, kind.topic(), e));
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
}
