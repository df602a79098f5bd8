package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * Shares with their 95 % intervals, in rows by name and, where there are several series, a mark of
 * each in every row.
 *
 * @param what the shares are of, on the axis
 * @param rows names from top to bottom
 * @param series each has a mark in some rows
 * @param asked a share to hold the others against; null if there is none
 */
public record ShareIntervals(
    String what, List<String> rows, List<Series> series, @Nullable Double asked) implements Figure {
  /**
   * Marks of one colour.
   *
   * @param name in the legend, which is there if there are several series
   * @param marks in any order
   * @param role what they mean
   */
  public record Series(String name, List<Mark> marks, ColorRole role) {
    /** Keeps a copy of the marks. */
    public Series {
      marks = List.copyOf(marks);
    }
  }

  /**
   * A share.
   *
   * @param row counted from 0
   * @param share in [0, 1]
   * @param low lower end of its 95 % interval
   * @param high upper end of it
   */
  public record Mark(int row, double share, double low, double high) {}

  /** Keeps copies. */
  public ShareIntervals {
    rows = List.copyOf(rows);
    series = List.copyOf(series);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(6);
    renderer.setErrorStroke(new BasicStroke(1.6f));
    double most = asked == null ? 0 : asked;
    for (int i = 0; i < series.size(); i++) {
      XYIntervalSeries marks = new XYIntervalSeries(i, false, true);
      double shift = (i - (series.size() - 1) / 2.) * .6 / series.size();
      for (Mark m : series.get(i).marks()) {
        double at = m.row() + shift;
        marks.add(m.share(), m.low(), m.high(), at, at, at);
        most = Math.max(most, m.high());
      }
      data.addSeries(marks);
      renderer.setSeriesPaint(i, style.color(series.get(i).role()));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
    }
    renderer.setLegendItemLabelGenerator((set, i) -> series.get(i).name());
    renderer.setDefaultToolTipGenerator(
        (set, i, item) -> words(series.get(i), series.get(i).marks().get(item)));
    NumberAxis shares = style.shares(what);
    double end = most > .5 ? 1 : most > .2 ? .5 : most > .08 ? .2 : most > .04 ? .08 : .04;
    shares.setRange(-.012 * end, end * 1.012);
    shares.setTickUnit(new NumberTickUnit(end / 4, Style.format("0.# %")));
    NumberAxis names = style.names(rows.toArray(String[]::new));
    XYPlot plot = style.plot(shares, names, renderer);
    plot.setDataset(data);
    plot.setDomainGridlinesVisible(true);
    plot.setRangeGridlinesVisible(false);
    if (asked != null) {
      plot.addDomainMarker(
          new ValueMarker(asked, style.color(ColorRole.MUTED), new BasicStroke(1.2f)));
    }
    return style.chart(plot, series.size() > 1);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    int row = Math.max(26, 4 + 11 * series.size());
    return (series.size() > 1 ? 86 : 60) + row * Math.max(1, rows.size());
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder(what + ", with 95 % intervals.");
    for (Series s : series) {
      s.marks().forEach(m -> text.append(' ').append(words(s, m)).append('.'));
    }
    return text.toString();
  }

  private String words(Series of, Mark m) {
    return "%s: %s (95 %% interval %s to %s)"
        .formatted(
            rows.get(m.row()) + (of.name().isEmpty() ? "" : ", " + of.name()),
            percent(m.share()),
            percent(m.low()),
            percent(m.high()));
  }

  private static String percent(double share) {
    return Style.format("0.#").format(100 * share) + " %";
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (Series s : series) {
      for (Mark m : s.marks()) {
        lines.add(List.of(rows.get(m.row()), s.name(), m.share(), m.low(), m.high()));
      }
    }
    return new Values(List.of("kind", "series", "share", "low", "high"), lines);
  }
}
