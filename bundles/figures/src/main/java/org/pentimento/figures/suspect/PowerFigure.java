package org.pentimento.figures.suspect;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.PowerCurve;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.ModelSelfTestFigure;

/** The share of attacks that were found over how far they got. */
@Component(property = "service.ranking:Integer=60")
@AboutFigure(
    id = "power",
    title = "Attacks found by how far they got",
    help =
        "How far an attack got is the share of the way to its target that the trigger brings"
            + " sketches of held-out photos. Attacks left of the line did not take and count"
            + " nowhere else. Bars are 95 % intervals.")
public final class PowerFigure implements ModelSelfTestFigure {
  private static final double TOOK = .4;

  @Override
  public Optional<Figure> figure(ModelSelfTestResult result) {
    List<PowerCurve.Band> bands =
        result.reached().stream()
            .map(
                band ->
                    new PowerCurve.Band(
                        Math.max(0, band.from()),
                        Math.min(1, band.to()),
                        band.models(),
                        band.found().value(),
                        band.found().low(),
                        band.found().high()))
            .toList();
    return bands.isEmpty()
        ? Optional.empty()
        : Optional.of(new PowerCurve("share of the way to the target", "share found", bands, TOOK));
  }
}
