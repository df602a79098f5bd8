package org.pentimento.figures.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.RocCurves;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.SelfTestFigure;

/** ROC curves of each poisoning strategy and of all attacks. */
@Component(property = "service.ranking:Integer=60")
@AboutFigure(
    id = "roc",
    title = "ROC by poisoning strategy",
    help =
        "Which share of the poisoned pairs lies above a threshold, for each share of honest pairs"
            + " that lies above it too: the farther to the top left, the better. The line is the"
            + " false-alarm rate that was asked for.")
public final class RocFigure implements SelfTestFigure {
  @Override
  public Optional<Figure> figure(SelfTestResult result) {
    List<RocCurves.Curve> curves = new ArrayList<>();
    add(curves, "all attacks", result.total());
    for (String strategy : AttackKinds.strategies(result)) {
      AttackKinds.summary(result, "", strategy, 0).ifPresent(kind -> add(curves, strategy, kind));
    }
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(new RocCurves(curves, result.falseAlarms()));
  }

  private static void add(List<RocCurves.Curve> curves, String name, KindSummary kind) {
    if (kind.recall() != null && !kind.roc().isEmpty()) {
      curves.add(
          new RocCurves.Curve(
              name,
              kind.roc().stream()
                  .map(p -> new RocCurves.Point(p.falseAlarms(), p.found()))
                  .toList()));
    }
  }
}
