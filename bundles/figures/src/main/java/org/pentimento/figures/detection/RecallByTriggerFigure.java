package org.pentimento.figures.detection;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.chart.Figure;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.SelfTestFigure;

/** What was found of each trigger at each rate. */
@Component(property = "service.ranking:Integer=40")
@AboutFigure(
    id = "recall-trigger",
    title = "Found, by trigger and rate",
    help =
        "The share of poisoned pairs that were flagged, or shown in the group of a common mark,"
            + " over all poisoning strategies, with its 95 % interval, at the false-alarm rate that"
            + " was asked for.")
public final class RecallByTriggerFigure implements SelfTestFigure {
  @Override
  public Optional<Figure> figure(SelfTestResult result) {
    return RecallPlot.of(
        AttackKinds.triggers(result),
        AttackKinds.rates(result),
        (trigger, rate) -> AttackKinds.summary(result, trigger, "", rate));
  }
}
