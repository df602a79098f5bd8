package org.pentimento.figures.suspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.suspect.Look;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.SuspectBesideOthers;
import org.pentimento.chart.plot.SuspectBesideOthers.Row;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.ModelInspectionFigure;
import org.pentimento.verdict.ModelInspectionWords;

/** Every measurement of a suspect model beside the shadow models'. */
@Component(property = "service.ranking:Integer=60")
@AboutFigure(
    id = "looks",
    title = "The model beside clean models",
    help =
        "A row for each measurement: the diamond is this model, the dots are clean models, and a"
            + " step is one spread of clean models. The further right of all dots the diamond"
            + " stands, the less a clean model measures so.")
public final class LooksFigure implements ModelInspectionFigure {
  @Override
  public Optional<Figure> figure(ModelInspectionResult result) {
    List<Row> rows = new ArrayList<>();
    for (MeasuredLook look : result.looks()) {
      row(look, ModelInspectionWords.detector(result, look.detector())).ifPresent(rows::add);
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SuspectBesideOthers(
                "spreads of clean models above their mean",
                "this model",
                "clean models",
                rows,
                0.));
  }

  private static Optional<Row> row(MeasuredLook look, String detector) {
    Double suspect = look.suspect();
    if (suspect == null || look.shadows().isEmpty()) {
      return Optional.empty();
    }
    List<Double> shadows = look.shadows().stream().map(v -> scaled(look.look(), v)).toList();
    double mean = values(shadows).average().orElseThrow();
    double squares = values(shadows).map(v -> (v - mean) * (v - mean)).sum();
    double spread =
        Math.max(look.look().floor(), Math.sqrt(squares / Math.max(1, shadows.size() - 1)));
    double at = (scaled(look.look(), suspect) - mean) / spread;
    List<Double> others = shadows.stream().map(v -> (v - mean) / spread).toList();
    if (!Double.isFinite(at) || !others.stream().allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    String words = ModelInspectionWords.sentence(look).replaceFirst("[.]$", "");
    return Optional.of(
        new Row(look.look().name() + " (" + detector + ")", at, others, detector + ", " + words));
  }

  private static DoubleStream values(List<Double> values) {
    return values.stream().mapToDouble(v -> v);
  }

  private static double scaled(Look look, double value) {
    return switch (look.scale()) {
      case DIFFERENCE -> value;
      case RATIO -> Math.log(value);
    };
  }
}
