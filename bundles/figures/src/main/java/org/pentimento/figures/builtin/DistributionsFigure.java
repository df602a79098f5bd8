package org.pentimento.figures.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.Distributions;
import org.pentimento.chart.Figure;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.MetricChoice;
import org.pentimento.figures.RunFigure;
import org.pentimento.verdict.ConditionNames;

/** All single values of a metric under each condition. */
@Component(property = "service.ranking:Integer=30")
@AboutFigure(
    id = "values",
    title = "All single values",
    help = "A dot for each photo, a bar over the middle half, a ring at the median.",
    marks = true)
public final class DistributionsFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    MetricChoice choice = input.choice();
    List<Distributions.Group> groups = new ArrayList<>();
    for (ConditionStyle c : ConditionStyle.of(input.comparison())) {
      Map<String, Double> values = input.samples().of(choice.metric(), c.against(choice.against()));
      if (!values.isEmpty()) {
        groups.add(
            new Distributions.Group(
                c.title(), List.copyOf(values.values()), List.copyOf(values.keySet()), c.role()));
      }
    }
    String metric =
        input.names().of(choice.metric()) + " against the " + ConditionNames.of(choice.against());
    return groups.isEmpty() ? Optional.empty() : Optional.of(new Distributions(metric, groups));
  }

  @Override
  public List<MetricChoice> inDocuments(MetricChoice usual, Comparison comparison) {
    return Stream.of(usual.metric(), usual.other())
        .distinct()
        .map(metric -> new MetricChoice(metric, usual.other(), usual.against()))
        .toList();
  }
}
