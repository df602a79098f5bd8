package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * How many things have which score, those of one group stacked upon those of another.
 *
 * @param lower name of the group below
 * @param upper name of the group on top
 * @param bins by rising score, next to each other
 * @param threshold of the score
 */
public record ScoreHistogram(String lower, String upper, List<Bin> bins, double threshold)
    implements Figure {
  /**
   * A stretch of scores.
   *
   * @param low from this score on
   * @param high to less than this one
   * @param below how many of the group below
   * @param above how many of the group on top
   */
  public record Bin(double low, double high, int below, int above) {}

  /** Keeps a copy of the bins. */
  public ScoreHistogram {
    bins = List.copyOf(bins);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYIntervalSeries below = new XYIntervalSeries(lower);
    XYIntervalSeries above = new XYIntervalSeries(upper);
    int most = 1;
    for (Bin b : bins) {
      double middle = (b.low() + b.high()) / 2;
      int all = b.below() + b.above();
      below.add(middle, b.low(), b.high(), b.below(), 0, b.below());
      above.add(middle, b.low(), b.high(), all, b.below(), all);
      most = Math.max(most, all);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(below);
    data.addSeries(above);
    XYBarRenderer renderer = new XYBarRenderer(.08);
    renderer.setUseYInterval(true);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setSeriesPaint(0, style.color(ColorRole.HONEST));
    renderer.setSeriesPaint(1, style.color(ColorRole.HARMED));
    renderer.setDefaultToolTipGenerator((set, series, item) -> words(series, bins.get(item)));
    NumberAxis scores = style.axis("score");
    NumberAxis counts = style.counts("number of pairs");
    counts.setRange(0, most * 1.08);
    if (!bins.isEmpty()) {
      scores.setRange(bins.get(0).low(), Math.max(threshold, bins.get(bins.size() - 1).high()));
    }
    XYPlot plot = style.plot(scores, counts, renderer);
    plot.setDataset(data);
    plot.addDomainMarker(
        new ValueMarker(threshold, style.color(ColorRole.MUTED), new BasicStroke(1.2f)));
    return style.chart(plot, true);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 240;
  }

  @Override
  public String description() {
    return "Histogram of scores: "
        + bins.stream().mapToInt(Bin::below).sum()
        + " "
        + lower
        + ", "
        + bins.stream().mapToInt(Bin::above).sum()
        + " "
        + upper
        + ".";
  }

  private String words(int series, Bin bin) {
    return "%d %s, score %s to %s"
        .formatted(
            series == 0 ? bin.below() : bin.above(),
            series == 0 ? lower : upper,
            Style.format("0.##").format(bin.low()),
            Style.format("0.##").format(bin.high()));
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    bins.forEach(b -> rows.add(List.of(b.low(), b.high(), b.below(), b.above())));
    return new Values(List.of("from", "to", lower, upper), rows);
  }
}
