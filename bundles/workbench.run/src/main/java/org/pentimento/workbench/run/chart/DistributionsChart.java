package org.pentimento.workbench.run.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.chart.Distributions;
import org.pentimento.chart.Figure;
import org.pentimento.verdict.ConditionNames;

/** The distribution of a metric under each condition. */
@Component(
    property = {
      RunChart.TITLE + "=All single values",
      RunChart.HELP
          + "=A dot for each image, a bar over the middle half, a ring at the median. Click on a"
          + " dot to select its pair.",
      "service.ranking:Integer=30"
    })
public final class DistributionsChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<Distributions.Group> groups = new ArrayList<>();
    for (Conditions c : Conditions.of(input.comparison())) {
      Map<String, Double> values = input.samples().of(input.metric(), c.against(input.against()));
      if (!values.isEmpty()) {
        groups.add(
            new Distributions.Group(
                c.title(), List.copyOf(values.values()), List.copyOf(values.keySet()), c.role()));
      }
    }
    String metric =
        "%s against the %s"
            .formatted(input.names().of(input.metric()), ConditionNames.of(input.against()));
    return groups.isEmpty() ? Optional.empty() : Optional.of(new Distributions(metric, groups));
  }
}
