package org.pentimento.figures.builtin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.MetricBlindness;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.FigureInput;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.RunFigure;

/** How much of the harm each metric sees, and how much of that is the backdoor's. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "blindness",
    title = "Metric blindness",
    help =
        "How much worse each metric calls the sketches of triggered photos. The upper bar is what"
            + " the trigger does to the clean model too; the lower one is the rest, the backdoor’s"
            + " own part. It is full where the metric sees the backdoor or favours it. Bars longer"
            + " than 120 % are broken off; the number beside them is the true value.",
    topic = FigureTopic.BLINDNESS)
public final class BlindnessFigure implements RunFigure {
  @Override
  public Optional<Figure> figure(FigureInput input) {
    List<MetricBlindness.Loss> losses =
        input.comparison().blindness().stream().map(BlindnessFigure::loss).toList();
    return !input.comparison().showsHarm() || !Judged.canBe(input.comparison())
        ? Optional.empty()
        : Optional.of(new MetricBlindness(losses));
  }

  private static MetricBlindness.Loss loss(Blindness b) {
    Net net = b.net();
    return new MetricBlindness.Loss(
        b.name(),
        finite(b.loss()),
        net == null ? null : finite(net.share()),
        switch (b.sight()) {
          case SEES -> MetricBlindness.Answer.SEES;
          case BLIND -> MetricBlindness.Answer.BLIND;
          case FAVOURS -> MetricBlindness.Answer.FAVOURS;
          case UNTOLD -> MetricBlindness.Answer.UNTOLD;
        });
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? null : value;
  }
}
