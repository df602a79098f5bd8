package org.pentimento.workbench.run.chart;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.chart.Figure;
import org.pentimento.chart.MetricBlindness;

/** What each metric says of the harm. */
@Component(
    property = {
      RunChart.TITLE + "=Metric blindness",
      RunChart.HELP
          + "=How much worse each metric calls the harmed sketches. Full bars see the harm, empty ones do not.",
      "service.ranking:Integer=50"
    })
public final class BlindnessChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<MetricBlindness.Loss> losses =
        input.comparison().blindness().stream()
            .map(b -> new MetricBlindness.Loss(b.name(), b.loss(), b.sees()))
            .toList();
    return losses.isEmpty() ? Optional.empty() : Optional.of(new MetricBlindness(losses));
  }
}
