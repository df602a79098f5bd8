package org.pentimento.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;

/**
 * How much worse each metric calls the harmed sketches: full bars see the harm, pale ones do not.
 *
 * @param metrics from top to bottom
 */
public record MetricBlindness(List<Loss> metrics) implements Figure {
  /** Bars end here, so that one large loss does not hide the others; the label tells the value. */
  public static final double LONGEST = 1.2;

  /**
   * What one metric says.
   *
   * @param metric as a person reads it
   * @param loss relative change in the direction of harm, 0.3 for 30 % worse; null if there is none
   * @param sees whether it shows the harm
   */
  public record Loss(String metric, @Nullable Double loss, boolean sees) {}

  /** Keeps a copy of the list. */
  public MetricBlindness {
    metrics = List.copyOf(metrics);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    double least = 0;
    double most = .1;
    for (int i = 0; i < metrics.size(); i++) {
      Double loss = metrics.get(i).loss();
      double length = loss == null ? 0 : Math.max(-LONGEST, Math.min(LONGEST, loss));
      data.addValue(length, "loss", new Key(i, metrics.get(i).metric()));
      least = Math.min(least, length);
      most = Math.max(most, length);
    }
    Bars bars = new Bars(metrics, style);
    CategoryAxis names = new CategoryAxis();
    style.quiet(names);
    names.setTickLabelPaint(style.color(ColorRole.TEXT));
    names.setMaximumCategoryLabelWidthRatio(.4f);
    names.setLowerMargin(.02);
    names.setUpperMargin(.02);
    names.setCategoryMargin(.35);
    NumberAxis losses = style.axis("how much worse the metric calls the harmed sketches");
    double room = (most - least) * .42;
    losses.setRange(least - .02 * (most - least), most + room);
    losses.setTickUnit(
        new NumberTickUnit(most > .6 ? .25 : most > .25 ? .1 : .05, Style.format("0 %")));

    CategoryPlot plot = new CategoryPlot(data, names, losses, bars);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeGridlinePaint(style.color(ColorRole.GRID));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(style.color(ColorRole.MUTED));
    plot.setRangeZeroBaselineStroke(new BasicStroke(1f));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
    return style.chart(plot, false);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 60 + 34 * Math.max(1, metrics.size());
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("How much worse each metric calls the harmed sketches.");
    for (Loss m : metrics) {
      text.append(' ').append(m.metric()).append(": ").append(label(m)).append('.');
    }
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Loss m : metrics) {
      rows.add(Arrays.asList(m.metric(), m.loss(), m.sees() ? "sees" : "blind"));
    }
    return new Values(List.of("metric", "relative loss", "sees the harm"), rows);
  }

  static String label(Loss m) {
    Double loss = m.loss();
    if (loss == null) {
      return "no value";
    }
    double percent = Math.abs(loss) * 100;
    String amount = Style.format(percent < 10 ? "0.0" : "0").format(percent) + " %";
    String way = loss < 0 ? " better" : " worse";
    return amount + way + (m.sees() ? "" : " – does not see it");
  }

  /** Two metrics may be called the same; their place tells them apart. */
  private record Key(int place, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Integer.compare(place, other.place);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final class Bars extends BarRenderer implements CategoryItemLabelGenerator {
    private static final long serialVersionUID = 1L;

    private final transient List<Loss> metrics;
    private final transient Style style;

    Bars(List<Loss> metrics, Style style) {
      this.metrics = metrics;
      this.style = style;
      setBarPainter(new StandardBarPainter());
      setShadowVisible(false);
      setDrawBarOutline(true);
      setMaximumBarWidth(.5);
      setDefaultItemLabelsVisible(true);
      setDefaultItemLabelGenerator(this);
      setDefaultItemLabelFont(Style.strong());
      setDefaultToolTipGenerator(
          (data, row, column) -> metrics.get(column).metric() + ": " + label(metrics.get(column)));
      setItemLabelAnchorOffset(6);
      setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
      setDefaultNegativeItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      return metrics.get(column).sees()
          ? style.color(ColorRole.HARMED)
          : style.color(ColorRole.PAPER);
    }

    @Override
    public Paint getItemOutlinePaint(int row, int column) {
      return metrics.get(column).sees()
          ? style.color(ColorRole.HARMED)
          : style.color(ColorRole.MUTED);
    }

    @Override
    public Paint getItemLabelPaint(int row, int column) {
      return metrics.get(column).sees()
          ? style.color(ColorRole.TEXT)
          : style.color(ColorRole.MUTED);
    }

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      return label(metrics.get(column));
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
      return "";
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
      return metrics.get(column).metric();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
