package org.pentimento.report;

import java.util.List;
import java.util.stream.Stream;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.RunFigure;
import org.pentimento.figures.builtin.BlindnessFigure;
import org.pentimento.figures.builtin.DistributionsFigure;
import org.pentimento.figures.builtin.LossesFigure;
import org.pentimento.figures.builtin.MeansFigure;
import org.pentimento.figures.builtin.ScatterFigure;
import org.pentimento.figures.builtin.SuccessFigure;

/** The charts that come with the product, as the component framework lists them. */
final class BuiltinFigures {
  static final List<InstalledFigure> ALL =
      Stream.<RunFigure>of(
              new SuccessFigure(),
              new BlindnessFigure(),
              new ScatterFigure(),
              new DistributionsFigure(),
              new MeansFigure(),
              new LossesFigure())
          .map(InstalledFigure::of)
          .toList();

  private BuiltinFigures() {}
}
