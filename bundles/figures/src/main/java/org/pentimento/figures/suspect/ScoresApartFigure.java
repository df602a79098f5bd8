package org.pentimento.figures.suspect;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.RocCurves;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.ModelSelfTestFigure;
import org.pentimento.verdict.ModelSelfTestWords;

/** How well scores tell attacks that took from models without a trigger. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "model-roc",
    title = "ROC of the score",
    help =
        "Which share of the attacks that took scores above a threshold, for each share of models"
            + " without a trigger that does too: the farther to the top left, the better. The line"
            + " is at 5 % false alarms.")
public final class ScoresApartFigure implements ModelSelfTestFigure {
  private static final double FALSE_ALARMS = .05;

  @Override
  public Optional<Figure> figure(ModelSelfTestResult result) {
    List<RocCurves.Curve> curves =
        result.contrasts().stream()
            .filter(contrast -> !contrast.roc().isEmpty())
            .map(
                contrast ->
                    new RocCurves.Curve(
                        ModelSelfTestWords.name(contrast.attack())
                            + " against "
                            + ModelSelfTestWords.name(contrast.other()),
                        contrast.roc().stream()
                            .map(p -> new RocCurves.Point(p.falseAlarms(), p.found()))
                            .toList()))
            .toList();
    return curves.isEmpty() ? Optional.empty() : Optional.of(new RocCurves(curves, FALSE_ALARMS));
  }
}
