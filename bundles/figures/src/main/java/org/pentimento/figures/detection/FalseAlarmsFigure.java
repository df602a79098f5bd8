package org.pentimento.figures.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.ShareIntervals;
import org.pentimento.chart.plot.ShareIntervals.Mark;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.SelfTestFigure;

/** Honest pairs that were called poison, by what was planted among them. */
@Component(property = "service.ranking:Integer=30")
@AboutFigure(
    id = "false-alarms",
    title = "False alarms",
    help =
        "The share of honest pairs that were flagged, with its 95 % interval: of sets in which"
            + " nothing was changed, of the honest pairs beside each attack, and of pairs that are"
            + " odd for an honest reason. The line is the rate that was asked for.")
public final class FalseAlarmsFigure implements SelfTestFigure {
  @Override
  public Optional<Figure> figure(SelfTestResult result) {
    List<String> rows = new ArrayList<>();
    List<Mark> beside = new ArrayList<>();
    List<Mark> odd = new ArrayList<>();
    for (KindSummary kind : result.kinds()) {
      if (kind.rate() != 0) {
        continue;
      }
      Share recall = kind.recall();
      switch (kind.planted()) {
        case NOTHING -> add(rows, beside, "honest sets", kind.falseAlarms());
        case ATTACK -> {
          if (kind.trigger().isEmpty() && !kind.strategy().isEmpty()) {
            add(rows, beside, "beside " + kind.strategy(), kind.falseAlarms());
          }
        }
        case ODDITY -> {
          if (!kind.oddity().isEmpty() && recall != null) {
            add(rows, odd, "odd: " + kind.oddity(), recall);
          }
        }
      }
    }
    List<ShareIntervals.Series> series = new ArrayList<>();
    if (!beside.isEmpty()) {
      series.add(new ShareIntervals.Series("honest pairs", beside, ColorRole.HONEST));
    }
    if (!odd.isEmpty()) {
      series.add(new ShareIntervals.Series("honestly odd pairs", odd, ColorRole.AMBER));
    }
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ShareIntervals(
                "share of honest pairs that were flagged", rows, series, result.falseAlarms()));
  }

  private static void add(List<String> rows, List<Mark> marks, String row, Share share) {
    marks.add(new Mark(rows.size(), share.value(), share.low(), share.high()));
    rows.add(row);
  }
}
