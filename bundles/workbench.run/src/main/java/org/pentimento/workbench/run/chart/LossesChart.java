package org.pentimento.workbench.run.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Subject;
import org.pentimento.chart.Figure;
import org.pentimento.chart.TrainingLosses;
import org.pentimento.verdict.ConditionNames;

/** The losses of the trainings. */
@Component(
    property = {
      RunChart.TITLE + "=Losses during training",
      RunChart.HELP
          + "=What each model tried to make small while it was trained; broken lines are the clean"
          + " model.",
      "service.ranking:Integer=10"
    })
public final class LossesChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<TrainingLosses.Curve> curves = new ArrayList<>();
    input
        .comparison()
        .models()
        .forEach(
            (subject, model) ->
                add(curves, ConditionNames.of(subject), subject == Subject.CLEAN, model));
    return curves.isEmpty() ? Optional.empty() : Optional.of(new TrainingLosses(curves));
  }

  private static void add(
      List<TrainingLosses.Curve> curves, String name, boolean dashed, TestedModel model) {
    Map<String, List<TrainingLosses.Point>> points = new TreeMap<>();
    model
        .losses()
        .forEach(
            p ->
                p.losses()
                    .forEach(
                        (loss, value) ->
                            points
                                .computeIfAbsent(loss, l -> new ArrayList<>())
                                .add(new TrainingLosses.Point(p.step(), value))));
    points.forEach(
        (loss, values) -> curves.add(new TrainingLosses.Curve(loss, name, dashed, values)));
  }
}
