package org.pentimento.workbench.run.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.chart.Figure;
import org.pentimento.chart.MetricScatter;
import org.pentimento.chart.Role;

/** Two metrics of the same images against each other. */
@Component(
    property = {
      RunChart.TITLE + "=Two metrics, image by image",
      RunChart.HELP
          + "=Sketches of the model in question: a mark for each test photo. Click on a mark to"
          + " select its pair; along a blind metric the two clouds overlap.",
      "service.ranking:Integer=40"
    })
public final class ScatterChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<MetricScatter.Cloud> clouds = new ArrayList<>();
    for (Conditions c : Conditions.of(input.comparison())) {
      boolean shown = c.sketch().subject() == input.comparison().suspect();
      List<MetricScatter.Point> points = shown ? points(input, c) : List.of();
      if (!points.isEmpty()) {
        Role role = c.sketch().photo() == PhotoKind.CLEAN ? Role.HONEST : Role.HARMED;
        clouds.add(new MetricScatter.Cloud(c.title(), points, role));
      }
    }
    return clouds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MetricScatter(
                input.names().of(input.metric()), input.names().of(input.other()), clouds));
  }

  private static List<MetricScatter.Point> points(ChartInput input, Conditions c) {
    PairValues samples = input.samples();
    Map<String, Double> up = samples.of(input.other(), c.against(input.against()));
    List<MetricScatter.Point> points = new ArrayList<>();
    samples
        .of(input.metric(), c.against(input.against()))
        .forEach(
            (pair, x) -> {
              Double y = up.get(pair);
              if (y != null) {
                points.add(new MetricScatter.Point(x, y, pair));
              }
            });
    return points;
  }
}
