package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.RectangularShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
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
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * How much worse each metric calls the harmed sketches: what the trigger does to a clean model too,
 * and below it the backdoor's own part. A full lower bar means that the metric sees the backdoor or
 * favours it.
 *
 * @param metrics from top to bottom
 */
public record MetricBlindness(List<Loss> metrics) implements Figure {
  /**
   * Bars end here with a break, so that one large loss does not hide the others; the label tells
   * the value.
   */
  public static final double LONGEST = 1.2;

  /** Pixels that are left for bars and words in a narrow window. */
  private static final double NARROW = 290;

  /** What a metric says of the backdoor. */
  public enum Answer {
    /** It shows it. */
    SEES("sees it"),
    /** It does not. */
    BLIND("does not see it"),
    /** It calls the poisoned model's sketches better. */
    FAVOURS("favours the attack"),
    /** Trigger and backdoor cannot be told apart. */
    UNTOLD("trigger and backdoor together");

    private final String words;

    Answer(String words) {
      this.words = words;
    }
  }

  /**
   * What one metric says. Shares are relative changes in the direction of harm: 0.3 for 30 % worse.
   *
   * @param metric as a person reads it
   * @param loss of the suspect model; null if there is none
   * @param own the backdoor's own part of it; null if nobody knows
   * @param answer what follows
   */
  public record Loss(String metric, @Nullable Double loss, @Nullable Double own, Answer answer) {
    /** What the trigger does to a clean model; all of the loss if nobody knows. */
    @Nullable Double first() {
      return loss == null || own == null ? loss : Double.valueOf(loss - own);
    }
  }

  /** Keeps a copy of the list. */
  public MetricBlindness {
    metrics = List.copyOf(metrics);
  }

  private boolean told() {
    return metrics.stream().anyMatch(m -> m.own() != null);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    double least = 0;
    double most = .1;
    for (int i = 0; i < metrics.size(); i++) {
      Loss m = metrics.get(i);
      for (int row = 0; row < (told() ? 2 : 1); row++) {
        Double share = row == 0 ? m.first() : m.own();
        Double length = share == null ? null : Math.max(-LONGEST, Math.min(LONGEST, share));
        data.addValue(length, series(row), new Key(i, m.metric()));
        least = Math.min(least, length == null ? 0 : length);
        most = Math.max(most, length == null ? 0 : length);
      }
    }
    Bars bars = new Bars(metrics, this::beside, style);
    CategoryAxis names = new CategoryAxis();
    style.quiet(names);
    names.setTickLabelPaint(style.color(ColorRole.TEXT));
    names.setMaximumCategoryLabelWidthRatio(.4f);
    names.setLowerMargin(.02);
    names.setUpperMargin(.02);
    names.setCategoryMargin(.35);
    NumberAxis losses =
        style.axis(
            "how much worse the metric calls the sketches of triggered photos"
                + (told() ? "" : ", trigger and backdoor together"));
    double from = least - .02 * (most - least);
    losses.setRange(from, from + Math.max(1.5 * (most - from), span(from)));
    losses.setTickUnit(
        new NumberTickUnit(
            most - least > 1.2 ? .5 : most > .6 ? .25 : most > .25 ? .1 : .05,
            Style.format("0 %")));

    CategoryPlot plot = new CategoryPlot(data, names, losses, bars);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeGridlinePaint(style.color(ColorRole.GRID));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(style.color(ColorRole.MUTED));
    plot.setRangeZeroBaselineStroke(new BasicStroke(1f));
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
    return style.chart(plot, told());
  }

  /** How long the axis must be for the words beside each bar to have room in a narrow chart. */
  private double span(double from) {
    FontRenderContext flat = new FontRenderContext(null, true, true);
    double span = 0;
    for (Loss m : metrics) {
      for (int row = 0; row < (told() ? 2 : 1); row++) {
        Double share = row == 0 ? m.first() : m.own();
        double words = Style.strong().getStringBounds(beside(row, m), flat).getWidth() + 12;
        double end = share == null ? 0 : Math.max(0, Math.min(LONGEST, share));
        span = Math.max(span, (end - from) / Math.max(.25, 1 - words / NARROW));
      }
    }
    return span;
  }

  private String series(int row) {
    return row == 1
        ? "the backdoor’s own part"
        : told() ? "clean model: the trigger’s doing" : "trigger and backdoor together";
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return (told() ? 84 : 60) + (told() ? 46 : 34) * Math.max(1, metrics.size());
  }

  @Override
  public String description() {
    StringBuilder text =
        new StringBuilder(
            "How much worse each metric calls the sketches of triggered photos, and how much of"
                + " that is the backdoor's own part.");
    for (Loss m : metrics) {
      text.append(' ').append(m.metric()).append(": ");
      if (m.own() != null) {
        text.append(amount(m.first())).append(" by the trigger, ");
      }
      text.append(label(m)).append('.');
    }
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Loss m : metrics) {
      rows.add(Arrays.asList(m.metric(), m.loss(), m.first(), m.own(), m.answer().words));
    }
    return new Values(
        List.of("metric", "relative loss", "trigger", "backdoor", "what it says"), rows);
  }

  private static String amount(@Nullable Double share) {
    if (share == null) {
      return "no value";
    }
    double percent = Math.abs(share) * 100;
    return Style.format(percent < 10 ? "0.0" : "0").format(percent)
        + " %"
        + (share < 0 ? " better" : " worse");
  }

  private static boolean broken(@Nullable Double share) {
    return share != null && Math.abs(share) > LONGEST;
  }

  /** What stands beside the bar that decides. */
  static String label(Loss m) {
    Double share = m.own() == null ? m.loss() : m.own();
    return share == null ? "no value" : amount(share) + " – " + m.answer().words;
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

  /** Paints bars, and a break into those that are longer than there is room. */
  private static final class BrokenBar extends StandardBarPainter {
    private static final long serialVersionUID = 1L;
    private static final double GAP = 4;
    private static final double FROM_END = 12;

    private final transient List<Loss> metrics;
    private final transient Style style;

    BrokenBar(List<Loss> metrics, Style style) {
      this.metrics = metrics;
      this.style = style;
    }

    @Override
    public void paintBar(
        Graphics2D g,
        BarRenderer renderer,
        int row,
        int column,
        RectangularShape bar,
        RectangleEdge base) {
      super.paintBar(g, renderer, row, column, bar, base);
      Loss m = metrics.get(column);
      Double share = row == 0 ? m.first() : m.own();
      if (share == null || !broken(share)) {
        return;
      }
      double x = share > 0 ? bar.getMaxX() - FROM_END : bar.getMinX() + FROM_END;
      Path2D gap = new Path2D.Double();
      gap.moveTo(x, bar.getMaxY() + 1);
      gap.lineTo(x + GAP, bar.getMinY() - 1);
      gap.lineTo(x + 2 * GAP, bar.getMinY() - 1);
      gap.lineTo(x + GAP, bar.getMaxY() + 1);
      gap.closePath();
      g.setPaint(style.color(ColorRole.PAPER));
      g.fill(gap);
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

  /** What stands beside a bar; may be empty. */
  private String beside(int row, Loss m) {
    if (row == 1 || m.own() == null) {
      // Where nothing is told apart in any metric, the axis says so once.
      return told() ? label(m) : m.loss() == null ? "no value" : amount(m.loss());
    }
    return broken(m.first()) ? amount(m.first()) : "";
  }

  private static String words(int row, Loss m) {
    return row == 0 && m.own() != null ? amount(m.first()) + " by the trigger" : label(m);
  }

  private static final class Bars extends BarRenderer implements CategoryItemLabelGenerator {
    private static final long serialVersionUID = 1L;

    private final transient List<Loss> metrics;
    private final transient BiFunction<Integer, Loss, String> beside;
    private final transient Style style;

    Bars(List<Loss> metrics, BiFunction<Integer, Loss, String> beside, Style style) {
      this.metrics = metrics;
      this.beside = beside;
      this.style = style;
      setBarPainter(new BrokenBar(metrics, style));
      setShadowVisible(false);
      setDrawBarOutline(true);
      setMaximumBarWidth(.5);
      setItemMargin(.05);
      setDefaultItemLabelsVisible(true);
      setDefaultItemLabelGenerator(this);
      setDefaultItemLabelFont(Style.strong());
      setDefaultToolTipGenerator(
          (data, row, column) ->
              metrics.get(column).metric() + ": " + words(row, metrics.get(column)));
      setItemLabelAnchorOffset(6);
      setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
      setDefaultNegativeItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
      setSeriesPaint(0, style.color(ColorRole.PALE));
      setSeriesPaint(1, style.color(ColorRole.HARMED));
      setSeriesOutlinePaint(0, style.color(ColorRole.PALE));
      setSeriesOutlinePaint(1, style.color(ColorRole.HARMED));
    }

    private boolean full(int row, int column) {
      Answer answer = metrics.get(column).answer();
      return row == 1 && (answer == Answer.SEES || answer == Answer.FAVOURS);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
      return style.color(
          full(row, column) ? ColorRole.HARMED : row == 1 ? ColorRole.PAPER : ColorRole.PALE);
    }

    @Override
    public Paint getItemOutlinePaint(int row, int column) {
      return style.color(
          full(row, column) ? ColorRole.HARMED : row == 1 ? ColorRole.MUTED : ColorRole.PALE);
    }

    @Override
    public Paint getItemLabelPaint(int row, int column) {
      return style.color(full(row, column) ? ColorRole.TEXT : ColorRole.MUTED);
    }

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      return beside.apply(row, metrics.get(column));
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
