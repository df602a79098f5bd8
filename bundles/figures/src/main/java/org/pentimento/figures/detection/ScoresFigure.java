package org.pentimento.figures.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.ScoreHistogram;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.InspectionFigure;

/** How many pairs have which score. */
@Component(property = "service.ranking:Integer=50")
@AboutFigure(
    id = "scores",
    title = "How many pairs have which score",
    help =
        "Where poisoned pairs stand apart from honest ones, there is a gap between two heaps. The"
            + " line is the threshold.")
public final class ScoresFigure implements InspectionFigure {
  private static final int BINS = 40;

  @Override
  public Optional<Figure> figure(InspectionResult result) {
    Double threshold = result.threshold();
    List<InspectedPair> pairs =
        result.pairs().stream().filter(p -> Double.isFinite(p.score())).toList();
    if (threshold == null || pairs.isEmpty()) {
      return Optional.empty();
    }
    double most = pairs.stream().mapToDouble(InspectedPair::score).max().orElse(0);
    double least = Math.min(0, pairs.stream().mapToDouble(InspectedPair::score).min().orElse(0));
    double width = width((Math.max(most, threshold) - least) / BINS);
    int first = (int) Math.floor(least / width);
    int bins = (int) Math.floor(Math.max(most, threshold) / width) - first + 1;
    int[] others = new int[bins];
    int[] flagged = new int[bins];
    for (InspectedPair pair : pairs) {
      int bin = (int) Math.floor(pair.score() / width) - first;
      (pair.flagged() ? flagged : others)[Math.max(0, Math.min(bins - 1, bin))]++;
    }
    List<ScoreHistogram.Bin> heaps = new ArrayList<>();
    for (int i = 0; i < bins; i++) {
      heaps.add(
          new ScoreHistogram.Bin(
              (first + i) * width, (first + i + 1) * width, others[i], flagged[i]));
    }
    return Optional.of(new ScoreHistogram("not flagged", "flagged", heaps, threshold));
  }

  /** A round width that is no smaller, and of which the threshold 1 is a multiple if it can be. */
  private static double width(double least) {
    for (double width : new double[] {.02, .05, .1, .125, .2, .25, .5, 1, 2, 5, 10}) {
      if (width >= least) {
        return width;
      }
    }
    return least;
  }
}
