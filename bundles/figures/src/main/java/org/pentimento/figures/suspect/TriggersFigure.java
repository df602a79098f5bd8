package org.pentimento.figures.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.SuspectBesideOthers;
import org.pentimento.chart.plot.SuspectBesideOthers.Row;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.ModelInspectionFigure;
import org.pentimento.verdict.ModelInspectionWords;

/** What shown triggers do to a suspect model and to the shadow models. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "triggers",
    title = "What the shown triggers take from sketches",
    help =
        "A row for each trigger that can be shown. The diamond is what it takes from the model's"
            + " sketches, the dots are what it takes from those of clean models; 1 is all.")
public final class TriggersFigure implements ModelInspectionFigure {
  @Override
  public Optional<Figure> figure(ModelInspectionResult result) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (TriggerFound trigger : result.triggers()) {
      number++;
      if (Double.isFinite(trigger.effect())
          && trigger.shadowEffects().stream().allMatch(Double::isFinite)) {
        rows.add(
            new Row(
                number + ". " + ModelInspectionWords.kind(trigger),
                trigger.effect(),
                trigger.shadowEffects(),
                ModelInspectionWords.sentence(trigger).replaceFirst("[.]$", "")));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SuspectBesideOthers("share that it takes", "this model", "clean models", rows, 0.));
  }
}
