package org.pentimento.figures.builtin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.pentimento.chart.Figure;
import org.pentimento.chart.MetricBlindness;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.RunFigure;

/** How much of the harm each metric sees. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "blindness",
    title = "Metric blindness",
    help =
        "How much worse each metric calls the harmed sketches. Full bars: the metric sees the harm."
            + " Empty bars: it does not. Bars end at 120 %; the number beside them is the true"
            + " value.",
    topic = FigureTopic.BLINDNESS)
public final class BlindnessFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    List<MetricBlindness.Loss> losses =
        input.comparison().blindness().stream()
            .map(b -> new MetricBlindness.Loss(b.name(), finite(b.loss()), b.sees()))
            .toList();
    return losses.isEmpty() || !Judged.canBe(input.comparison())
        ? Optional.empty()
        : Optional.of(new MetricBlindness(losses));
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }
}
