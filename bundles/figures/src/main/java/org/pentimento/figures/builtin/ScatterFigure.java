package org.pentimento.figures.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.MetricScatter;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.PairValues;
import org.pentimento.figures.RunFigure;

/** Two metrics of the same sketches against each other. */
@Component(property = "service.ranking:Integer=40")
@AboutFigure(
    id = "scatter",
    title = "Two metrics, image by image",
    help =
        "The sketches of the model in question, a mark for each test photo. A metric along whose"
            + " axis the two clouds overlap cannot tell the harmed sketches from the honest ones.",
    marks = true)
public final class ScatterFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    List<MetricScatter.Cloud> clouds = new ArrayList<>();
    for (ConditionStyle c : ConditionStyle.of(input.comparison())) {
      List<MetricScatter.Point> points =
          c.sketch().subject() == input.comparison().suspect() ? points(input, c) : List.of();
      if (!points.isEmpty()) {
        ColorRole role =
            c.sketch().photo() == PhotoKind.CLEAN ? ColorRole.HONEST : ColorRole.HARMED;
        clouds.add(new MetricScatter.Cloud(c.title(), points, role));
      }
    }
    return clouds.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MetricScatter(
                input.names().of(input.choice().metric()),
                input.names().of(input.choice().other()),
                clouds));
  }

  private static List<MetricScatter.Point> points(FigureInput input, ConditionStyle c) {
    PairValues samples = input.samples();
    Condition condition = c.against(input.choice().against());
    Map<String, Double> up = samples.of(input.choice().other(), condition);
    List<MetricScatter.Point> points = new ArrayList<>();
    samples
        .of(input.choice().metric(), condition)
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
