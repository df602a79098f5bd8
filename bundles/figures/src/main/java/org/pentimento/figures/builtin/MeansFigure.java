package org.pentimento.figures.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.MetricComparison;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.RunFigure;
import org.pentimento.verdict.ConditionNames;

/** The mean of a metric under each condition. */
@Component(property = "service.ranking:Integer=20")
@AboutFigure(
    id = "means",
    title = "Means with their intervals",
    help = "The mean of the metric and its 95 % interval under each condition.")
public final class MeansFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    List<MetricComparison.Mean> means = new ArrayList<>();
    for (ConditionStyle c : ConditionStyle.of(input.comparison())) {
      for (Summary s : input.comparison().summaries()) {
        Double mean = finite(s.mean());
        Double low = finite(s.low());
        Double high = finite(s.high());
        if (s.name().equals(input.choice().metric())
            && s.condition().equals(c.against(input.choice().against()))
            && mean != null
            && low != null
            && high != null) {
          means.add(new MetricComparison.Mean(c.title(), mean, low, high, s.n(), c.role()));
        }
      }
    }
    return means.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MetricComparison(
                input.names().of(input.choice().metric())
                    + " against the "
                    + ConditionNames.of(input.choice().against()),
                means));
  }

  @Override
  public List<MetricChoice> inDocuments(MetricChoice usual, Comparison comparison) {
    return comparison.summaries().stream()
        .filter(s -> s.against() == usual.against())
        .map(Summary::name)
        .distinct()
        .map(metric -> new MetricChoice(metric, metric, usual.against()))
        .toList();
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }
}
