package org.pentimento.figures.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.TrainedModel;
import org.pentimento.chart.Figure;
import org.pentimento.chart.TrainingLosses;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.RunFigure;
import org.pentimento.figures.Topic;

/** The losses of both trainings. */
@Component(property = "service.ranking:Integer=10")
@AboutFigure(
    id = "losses",
    title = "Losses during training",
    help =
        "What each model tried to make small while it was trained; broken lines are the clean"
            + " model.",
    topic = Topic.TRAINING)
public final class LossesFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    Comparison comparison = input.comparison();
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    String first = comparison.imported() ? "imported model" : "clean model";
    add(curves, first, !comparison.imported(), comparison.cleanModel());
    add(curves, "poisoned model", false, comparison.poisonedModel());
    return curves.isEmpty() ? Optional.empty() : Optional.of(new TrainingLosses(curves));
  }

  private static void add(
      List<TrainingLosses.Curve> curves,
      String name,
      boolean dashed,
      @Nullable TrainedModel model) {
    Map<String, List<TrainingLosses.Point>> points = new TreeMap<>();
    for (LossPoint p : model == null ? List.<LossPoint>of() : model.losses()) {
      p.losses()
          .forEach(
              (loss, value) ->
                  points
                      .computeIfAbsent(loss, l -> new ArrayList<>())
                      .add(new TrainingLosses.Point(p.step(), value)));
    }
    points.forEach(
        (loss, values) -> curves.add(new TrainingLosses.Curve(loss, name, dashed, values)));
  }
}
