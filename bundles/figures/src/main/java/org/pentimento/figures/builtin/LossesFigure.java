package org.pentimento.figures.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Subject;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.TrainingLosses;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.RunFigure;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.TrainingWords;

/** The losses of the trainings. */
@Component(property = "service.ranking:Integer=10")
@AboutFigure(
    id = "losses",
    title = "Losses during training",
    help =
        "What each model tried to make small while it was trained; broken lines are the clean"
            + " model.",
    topic = FigureTopic.TRAINING)
public final class LossesFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    Comparison comparison = input.comparison();
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    comparison
        .models()
        .forEach(
            (subject, model) ->
                add(curves, ConditionNames.of(subject), subject == Subject.CLEAN, model));
    return curves.isEmpty() ? Optional.empty() : Optional.of(new TrainingLosses(curves));
  }

  private static void add(
      List<TrainingLosses.Curve> curves, String name, boolean dashed, TestedModel model) {
    Map<String, List<TrainingLosses.Point>> points = new TreeMap<>();
    for (LossPoint p : model.losses()) {
      p.losses()
          .forEach(
              (loss, value) ->
                  points
                      .computeIfAbsent(loss, l -> new ArrayList<>())
                      .add(new TrainingLosses.Point(p.step(), value)));
    }
    points.forEach(
        (loss, values) ->
            curves.add(new TrainingLosses.Curve(TrainingWords.loss(loss), name, dashed, values)));
  }
}
