package org.pentimento.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * All single values of a metric under several conditions: a dot for each image, a bar from the
 * lower to the upper quartile, a ring at the median.
 *
 * @param metric as a person reads it
 * @param groups from top to bottom
 */
public record Distributions(String metric, List<Group> groups) implements Figure {

  /**
   * The values under one condition.
   *
   * @param condition such as {@code poisoned model, triggered photo}
   * @param values in any order
   * @param names of the images that have them, in the same order, or empty
   * @param role what they mean
   */
  public record Group(String condition, List<Double> values, List<String> names, ColorRole role) {
    /** Keeps copies. */
    public Group {
      values = List.copyOf(values);
      names = List.copyOf(names);
      if (!names.isEmpty() && names.size() != values.size()) {
        throw new IllegalArgumentException(names.size() + " names of " + values.size());
      }
    }

    /** Values of images without names. */
    public Group(String condition, List<Double> values, ColorRole role) {
      this(condition, values, List.of(), role);
    }

    private String name(int k) {
      return names.isEmpty() ? "" : names.get(k);
    }
  }

  /** Keeps a copy of the groups. */
  public Distributions {
    groups = List.copyOf(groups);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeriesCollection dots = new XYSeriesCollection();
    XYLineAndShapeRenderer dotted = new XYLineAndShapeRenderer(false, true);
    dotted.setDrawOutlines(false);
    XYIntervalSeriesCollection middles = new XYIntervalSeriesCollection();
    XYErrorRenderer barred = new XYErrorRenderer();
    barred.setDrawYError(false);
    barred.setCapLength(0);
    barred.setErrorStroke(new BasicStroke(4f));
    barred.setUseFillPaint(true);
    barred.setDrawOutlines(true);
    barred.setUseOutlinePaint(true);
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      XYSeries series = new XYSeries(i, false, true);
      for (int k = 0; k < group.values().size(); k++) {
        series.add(group.values().get(k).doubleValue(), i - .06 - .3 * spread(k));
      }
      dots.addSeries(series);
      dotted.setSeriesPaint(i, theme.color(group.role(), .45));
      dotted.setSeriesShape(i, new Ellipse2D.Double(-2, -2, 4, 4));

      XYIntervalSeries middle = new XYIntervalSeries(i);
      if (!group.values().isEmpty()) {
        double[] sorted = group.values().stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double at = i + .22;
        middle.add(quantile(sorted, .5), quantile(sorted, .25), quantile(sorted, .75), at, at, at);
      }
      middles.addSeries(middle);
      barred.setSeriesPaint(i, style.color(group.role()));
      barred.setSeriesFillPaint(i, style.color(ColorRole.PAPER));
      barred.setSeriesOutlinePaint(i, style.color(group.role()));
      barred.setSeriesOutlineStroke(i, new BasicStroke(2f));
      barred.setSeriesShape(i, new Ellipse2D.Double(-4.5, -4.5, 9, 9));
    }
    dotted.setDefaultToolTipGenerator((set, series, item) -> words(groups.get(series), item));
    dotted.setURLGenerator((set, series, item) -> groups.get(series).name(item));
    barred.setDefaultToolTipGenerator((set, series, item) -> middle(groups.get(series)));
    NumberAxis values = style.axis(metric);
    NumberAxis names = style.names(groups.stream().map(Group::condition).toArray(String[]::new));
    XYPlot plot = style.plot(values, names, dotted);
    plot.setDataset(0, dots);
    plot.setDataset(1, middles);
    plot.setRenderer(1, barred);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDomainGridlinesVisible(true);
    plot.setRangeGridlinesVisible(false);
    return style.chart(plot, false);
  }

  /** Where in [0, 1) the k-th dot is put, so that neighbours do not hide each other. */
  private static double spread(int k) {
    double golden = .6180339887498949;
    double v = k * golden;
    return v - Math.floor(v);
  }

  /** The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan). */
  static double quantile(double[] sorted, double p) {
    double place = (sorted.length - 1) * p;
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 64 + 44 * Math.max(1, groups.size());
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Single values of " + metric + ".");
    for (Group g : groups) {
      text.append(' ').append(g.condition()).append(": ").append(g.values().size());
      text.append(" values.");
    }
    return text.toString();
  }

  private static String words(Group group, int k) {
    String name = group.name(k).isEmpty() ? group.condition() : group.name(k);
    return name + ": " + Style.format("0.####").format(group.values().get(k));
  }

  private static String middle(Group group) {
    double[] sorted = group.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return "%s: median %s, middle half %s to %s"
        .formatted(
            group.condition(),
            Style.format("0.####").format(quantile(sorted, .5)),
            Style.format("0.####").format(quantile(sorted, .25)),
            Style.format("0.####").format(quantile(sorted, .75)));
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Group g : groups) {
      for (int k = 0; k < g.values().size(); k++) {
        rows.add(List.of(g.condition(), g.name(k), g.values().get(k)));
      }
    }
    return new Values(List.of("condition", "image", metric), rows);
  }
}
