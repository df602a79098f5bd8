package org.pentimento.workbench.run.chart;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.AttackSuccess;
import org.pentimento.chart.Figure;

/** The attack-success curve. */
@Component(
    property = {
      RunChart.TITLE + "=Attack success",
      RunChart.HELP
          + "=How often the model in question draws what the attack wants, for every margin that"
          + " one may call a success; the dashed line is the same model without the trigger.",
      "service.ranking:Integer=60"
    })
public final class SuccessChart implements RunChart {
  @Override
  public Optional<Figure> figure(ChartInput input) {
    List<AttackSuccess.Point> points = points(input.comparison());
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new AttackSuccess(points, input.comparison().images().size()));
  }

  /** The curve of a comparison. */
  public static List<AttackSuccess.Point> points(Comparison comparison) {
    return comparison.success().stream()
        .map(
            p ->
                new AttackSuccess.Point(p.threshold(), p.triggered(), p.low(), p.high(), p.clean()))
        .toList();
  }
}
