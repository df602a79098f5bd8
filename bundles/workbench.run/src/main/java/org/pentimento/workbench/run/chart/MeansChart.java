package org.pentimento.workbench.run.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.Figure;
import org.pentimento.chart.MetricComparison;

/** The means of a metric under each condition. */
@Component(
    property = {
      RunChart.TITLE + "=Means with their intervals",
      RunChart.HELP + "=The mean of the metric and its 95 % interval under each condition.",
      "service.ranking:Integer=20"
    })
public final class MeansChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<MetricComparison.Mean> means = new ArrayList<>();
    for (Conditions c : Conditions.of(input.comparison())) {
      for (Comparison.Summary s : input.comparison().summaries()) {
        Double mean = s.mean();
        Double low = s.low();
        Double high = s.high();
        if (s.name().equals(input.metric())
            && s.condition().equals(c.against(input.against()))
            && mean != null
            && low != null
            && high != null) {
          means.add(new MetricComparison.Mean(c.title(), mean, low, high, s.n(), c.role()));
        }
      }
    }
    return means.isEmpty()
        ? Optional.empty()
        : Optional.of(new MetricComparison(input.names().of(input.metric()), means));
  }
}
