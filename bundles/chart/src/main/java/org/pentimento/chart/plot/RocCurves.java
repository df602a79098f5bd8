package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * ROC curves: the share that is found over the share of false alarms, which is drawn by its
 * logarithm because only a few false alarms can be borne.
 *
 * @param curves one hue each, after six hues with broken lines
 * @param asked rate of false alarms that was asked for
 */
public record RocCurves(List<Curve> curves, double asked) implements Figure {
  /** Smaller rates of false alarms are drawn here. */
  private static final double LEAST = .001;

  private static final List<ColorRole> HUES =
      List.of(
          ColorRole.HARMED,
          ColorRole.HONEST,
          ColorRole.GREEN,
          ColorRole.PURPLE,
          ColorRole.AMBER,
          ColorRole.SKY);

  /**
   * A curve.
   *
   * @param name of what is to be found
   * @param points by rising rate of false alarms
   */
  public record Curve(String name, List<Point> points) {
    /** Keeps a copy of the points. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * Shares above a threshold, in [0, 1].
   *
   * @param falseAlarms share of what is honest
   * @param found share of what is to be found
   */
  public record Point(double falseAlarms, double found) {}

  /** Keeps a copy of the curves. */
  public RocCurves {
    curves = List.copyOf(curves);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setLegendLine(new Line2D.Double(0, 0, 22, 0));
    for (int i = 0; i < curves.size(); i++) {
      data.addSeries(series(i));
      renderer.setSeriesPaint(i, style.color(HUES.get(i % HUES.size())));
      renderer.setSeriesStroke(i, i < HUES.size() ? Style.LINE : Style.DASHED);
    }
    renderer.setLegendItemLabelGenerator((set, i) -> curves.get(i).name());
    renderer.setDefaultToolTipGenerator(
        (set, series, item) ->
            "%s: %s found at %s false alarms"
                .formatted(
                    curves.get(series).name(),
                    Style.format("0.# %").format(set.getYValue(series, item)),
                    share(set.getXValue(series, item))));
    NumberAxis rates = style.axis("share of honest pairs flagged (logarithmic)");
    rates.setRange(Math.log10(LEAST), 0);
    NumberTickUnit powers = new NumberTickUnit(1, new Powers());
    TickUnits units = new TickUnits();
    units.add(powers);
    rates.setStandardTickUnits(units);
    rates.setTickUnit(powers);
    NumberAxis found = style.shares("share of poisoned pairs found");
    found.setRange(0, 1.02);
    found.setTickUnit(new NumberTickUnit(.25, Style.format("0 %")));
    XYPlot plot = style.plot(rates, found, renderer);
    plot.setDataset(data);
    plot.setDomainGridlinesVisible(true);
    plot.addDomainMarker(
        new ValueMarker(
            Math.log10(Math.max(LEAST, asked)),
            style.color(ColorRole.MUTED),
            new BasicStroke(1.2f)));
    return style.chart(plot, true);
  }

  /** The curve as a staircase; what lies left of the axis begins at its end. */
  private XYSeries series(int i) {
    XYSeries series = new XYSeries(i, false, true);
    double start = 0;
    for (Point p : curves.get(i).points()) {
      if (p.falseAlarms() <= LEAST) {
        start = Math.max(start, p.found());
      }
    }
    if (!curves.get(i).points().isEmpty()) {
      series.add(Math.log10(LEAST), start);
    }
    for (Point p : curves.get(i).points()) {
      if (p.falseAlarms() > LEAST) {
        series.add(Math.log10(p.falseAlarms()), p.found());
      }
    }
    return series;
  }

  private static String share(double power) {
    return Style.format("0.## %").format(Math.pow(10, power));
  }

  /** Writes the logarithm of a share as the share. */
  private static final class Powers extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double power, StringBuffer to, FieldPosition position) {
      return to.append(share(power));
    }

    @Override
    public StringBuffer format(long power, StringBuffer to, FieldPosition position) {
      return format((double) power, to, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("an axis is only written");
    }
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 320;
  }

  @Override
  public String description() {
    StringBuilder text =
        new StringBuilder("ROC curves: share found over share of false alarms. Curves:");
    curves.forEach(c -> text.append(' ').append(c.name()).append('.'));
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Curve c : curves) {
      c.points().forEach(p -> rows.add(List.of(c.name(), p.falseAlarms(), p.found())));
    }
    return new Values(List.of("kind", "false alarms", "found"), rows);
  }
}
