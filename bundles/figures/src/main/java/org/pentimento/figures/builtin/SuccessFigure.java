package org.pentimento.figures.builtin;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.AttackSuccess;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.RunFigure;
import org.pentimento.figures.SuccessCurve;

/** The attack-success curve. */
@Component(property = "service.ranking:Integer=60")
@AboutFigure(
    id = "success",
    title = "Attack success",
    help =
        "How often the model draws what the attack wants, for every margin that one may call a"
            + " success. The dashed line shows the same model without the trigger: the gap between"
            + " both lines is the trigger’s effect. An attack is said to work by the margin half"
            + " way, which is a choice: the curve shows every other one.",
    topic = FigureTopic.SUCCESS)
public final class SuccessFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    List<AttackSuccess.Point> points = SuccessCurve.points(input.comparison());
    return points.isEmpty() || !Judged.canBe(input.comparison())
        ? Optional.empty()
        : Optional.of(new AttackSuccess(points, input.comparison().images().size()));
  }
}
