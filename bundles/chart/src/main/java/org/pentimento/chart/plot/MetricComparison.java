package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * Means of one metric under several conditions with their 95 % intervals.
 *
 * @param metric as a person reads it
 * @param means from top to bottom
 */
public record MetricComparison(String metric, List<Mean> means) implements Figure {

  /**
   * A mean.
   *
   * @param condition such as {@code poisoned model, triggered photo}
   * @param mean of the metric
   * @param low lower end of its 95 % interval
   * @param high upper end of it
   * @param n number of values in it
   * @param role what it means
   */
  public record Mean(
      String condition, double mean, double low, double high, int n, ColorRole role) {}

  /** Keeps a copy of the means. */
  public MetricComparison {
    means = List.copyOf(means);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(new BasicStroke(1.6f));
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < means.size(); i++) {
      Mean m = means.get(i);
      XYIntervalSeries series = new XYIntervalSeries(i);
      series.add(m.mean(), m.low(), m.high(), i, i, i);
      data.addSeries(series);
      renderer.setSeriesPaint(i, style.color(m.role()));
      renderer.setSeriesShape(i, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
      least = Math.min(least, m.low());
      most = Math.max(most, m.high());
    }
    renderer.setDefaultToolTipGenerator((set, series, item) -> words(means.get(series)));
    NumberAxis values = style.axis(metric);
    if (least <= most) {
      double room = Math.max((most - least) * .12, Math.max(Math.abs(most), 1e-6) * .002);
      values.setRange(new Range(least - room, most + room));
    }
    NumberAxis names = style.names(means.stream().map(Mean::condition).toArray(String[]::new));
    XYPlot plot = style.plot(values, names, renderer);
    plot.setDataset(data);
    plot.setDomainGridlinesVisible(true);
    plot.setRangeGridlinesVisible(false);
    return style.chart(plot, false);
  }

  @Override
  public int width() {
    return 380;
  }

  @Override
  public int height() {
    return 66 + 26 * Math.max(1, means.size());
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Mean " + metric + " with 95 % interval.");
    for (Mean m : means) {
      text.append(' ').append(m.condition()).append(": ");
      text.append(Style.format("0.####").format(m.mean())).append(", n = ").append(m.n());
      text.append('.');
    }
    return text.toString();
  }

  private String words(Mean m) {
    DecimalFormat format = Style.format("0.####");
    return "%s: mean %s, 95 %% interval %s to %s, n = %d"
        .formatted(
            m.condition(),
            format.format(m.mean()),
            format.format(m.low()),
            format.format(m.high()),
            m.n());
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Mean m : means) {
      rows.add(List.of(m.condition(), m.mean(), m.low(), m.high(), m.n()));
    }
    return new Values(List.of("condition", "mean", "low", "high", "n"), rows);
  }
}
