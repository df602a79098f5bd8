package org.pentimento.report;

import java.util.List;
import org.pentimento.figures.Figures;
import org.pentimento.figures.builtin.BlindnessFigure;
import org.pentimento.figures.builtin.DistributionsFigure;
import org.pentimento.figures.builtin.LossesFigure;
import org.pentimento.figures.builtin.MeansFigure;
import org.pentimento.figures.builtin.ScatterFigure;
import org.pentimento.figures.builtin.SuccessFigure;
import org.pentimento.figures.detection.FalseAlarmsFigure;
import org.pentimento.figures.detection.RankedScoresFigure;
import org.pentimento.figures.detection.RecallByStrategyFigure;
import org.pentimento.figures.detection.RecallByTriggerFigure;
import org.pentimento.figures.detection.RocFigure;
import org.pentimento.figures.detection.ScoresFigure;
import org.pentimento.figures.suspect.LooksFigure;
import org.pentimento.figures.suspect.PowerFigure;
import org.pentimento.figures.suspect.ScoresApartFigure;
import org.pentimento.figures.suspect.TriggersFigure;

/** The charts that come with the product, as the component framework lists them. */
final class BuiltinFigures {
  static final Figures ALL =
      Figures.of(
          List.of(
              new SuccessFigure(),
              new BlindnessFigure(),
              new ScatterFigure(),
              new DistributionsFigure(),
              new MeansFigure(),
              new LossesFigure()),
          List.of(new RankedScoresFigure(), new ScoresFigure()),
          List.of(new LooksFigure(), new TriggersFigure()),
          List.of(
              new RocFigure(),
              new RecallByStrategyFigure(),
              new RecallByTriggerFigure(),
              new FalseAlarmsFigure()),
          List.of(new PowerFigure(), new ScoresApartFigure()));

  private BuiltinFigures() {}
}
