package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * The attack-success curve: the share of photos whose sketch comes nearer to the target than a
 * margin, over all margins. A curve and never one number, because the number depends on a margin
 * that somebody has to choose.
 *
 * @param points by rising threshold
 * @param photos number of photos the shares are of
 */
public record AttackSuccess(List<Point> points, int photos) implements Figure {

  /**
   * Shares at a threshold, all in [0, 1].
   *
   * @param threshold margin in [−1, 1]: −1 the truth, 0 half way, 1 the target
   * @param triggered of triggered photos above it
   * @param low lower end of the 95 % interval of {@code triggered}
   * @param high upper end of it
   * @param clean of clean photos above it
   */
  public record Point(double threshold, double triggered, double low, double high, double clean) {}

  /** Keeps a copy of the points. */
  public AttackSuccess {
    points = List.copyOf(points);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    YIntervalSeries triggered = new YIntervalSeries("triggered photos, with 95 % interval");
    YIntervalSeries clean = new YIntervalSeries("clean photos, same model");
    for (Point p : points) {
      triggered.add(p.threshold(), p.triggered(), p.low(), p.high());
      clean.add(p.threshold(), p.clean(), p.clean(), p.clean());
    }
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    data.addSeries(triggered);
    data.addSeries(clean);

    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(.2f);
    renderer.setSeriesPaint(0, style.color(ColorRole.HARMED));
    renderer.setSeriesFillPaint(0, style.color(ColorRole.HARMED));
    renderer.setSeriesStroke(0, Style.LINE);
    renderer.setSeriesPaint(1, style.color(ColorRole.HONEST));
    renderer.setSeriesFillPaint(1, style.color(ColorRole.HONEST));
    renderer.setSeriesStroke(1, Style.DASHED);
    renderer.setLegendLine(new Line2D.Double(0, 0, 22, 0));

    renderer.setDefaultToolTipGenerator(
        (set, series, item) ->
            series == 0
                ? words(points.get(item))
                : percent(points.get(item).clean())
                    + " of clean photos above "
                    + Style.format("0.##").format(points.get(item).threshold()));

    NumberAxis margin =
        style.axis("margin that counts as success (−1 true sketch, 0 half way, 1 target)");
    margin.setRange(-1, 1);
    margin.setTickUnit(new NumberTickUnit(.25, Style.format("0.##")));
    NumberAxis share = style.shares("share of photos");
    share.setRange(0, 1);
    share.setTickUnit(new NumberTickUnit(.25, Style.format("0 %")));
    XYPlot plot = style.plot(margin, share, renderer);
    plot.setDataset(data);

    ValueMarker half = new ValueMarker(0, style.color(ColorRole.MUTED), new BasicStroke(1f));
    half.setLabel("half way");
    half.setLabelFont(Style.text());
    half.setLabelPaint(style.color(ColorRole.MUTED));
    half.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
    half.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
    half.setLabelBackgroundColor(style.color(ColorRole.PAPER));
    plot.addDomainMarker(half);
    return style.chart(plot, true);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 300;
  }

  @Override
  public String description() {
    return "Attack-success curve over "
        + photos
        + " photos: share of triggered and of clean photos above each margin.";
  }

  static String words(Point p) {
    return "%s of triggered photos above %s (95 %% interval %s to %s)"
        .formatted(
            percent(p.triggered()),
            Style.format("0.##").format(p.threshold()),
            percent(p.low()),
            percent(p.high()));
  }

  private static String percent(double share) {
    return Style.format("0.#").format(100 * share) + " %";
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Point p : points) {
      rows.add(List.of(p.threshold(), p.triggered(), p.low(), p.high(), p.clean()));
    }
    return new Values(
        List.of("threshold", "triggered", "triggered low", "triggered high", "clean"), rows);
  }
}
