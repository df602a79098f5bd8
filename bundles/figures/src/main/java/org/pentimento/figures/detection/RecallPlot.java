package org.pentimento.figures.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.ShareIntervals;
import org.pentimento.verdict.NumberWords;

/** Lays out the share of poisoned pairs that were flagged or shown, by kind and rate. */
final class RecallPlot {
  private static final List<ColorRole> HUES =
      List.of(
          ColorRole.SKY,
          ColorRole.HONEST,
          ColorRole.AMBER,
          ColorRole.HARMED,
          ColorRole.PURPLE,
          ColorRole.GREEN);

  private RecallPlot() {}

  /**
   * Lays it out.
   *
   * @param kinds from top to bottom
   * @param rates one colour each
   * @param summaries gives the summary of a kind at a rate, if there is one
   */
  static Optional<Figure> of(
      List<String> kinds,
      List<Double> rates,
      BiFunction<String, Double, Optional<KindSummary>> summaries) {
    List<ShareIntervals.Series> series = new ArrayList<>();
    for (double rate : rates) {
      List<ShareIntervals.Mark> marks = new ArrayList<>();
      for (int row = 0; row < kinds.size(); row++) {
        Share share = summaries.apply(kinds.get(row), rate).map(KindSummary::shown).orElse(null);
        if (share != null) {
          marks.add(new ShareIntervals.Mark(row, share.value(), share.low(), share.high()));
        }
      }
      if (!marks.isEmpty()) {
        series.add(
            new ShareIntervals.Series(
                NumberWords.fine(rate) + " poisoned",
                marks,
                HUES.get(series.size() % HUES.size())));
      }
    }
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ShareIntervals(
                "share of poisoned pairs that were flagged or shown", kinds, series, null));
  }
}
