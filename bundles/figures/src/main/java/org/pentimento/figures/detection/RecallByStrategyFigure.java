package org.pentimento.figures.detection;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.chart.Figure;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.SelfTestFigure;

/** What was found of each poisoning strategy at each rate. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "recall-strategy",
    title = "Found, by poisoning strategy and rate",
    help =
        "The share of poisoned pairs that were flagged, or shown in the group of a common mark,"
            + " over all triggers, with its 95 % interval, at the false-alarm rate that was asked"
            + " for.")
public final class RecallByStrategyFigure implements SelfTestFigure {
  @Override
  public Optional<Figure> figure(SelfTestResult result) {
    return RecallPlot.of(
        AttackKinds.strategies(result),
        AttackKinds.rates(result),
        (strategy, rate) -> AttackKinds.summary(result, "", strategy, rate));
  }
}
