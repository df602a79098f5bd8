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
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * Attack-success curves of several runs over each other, triggered photos only.
 *
 * @param curves one for each run; told apart by hue and by kind of line
 */
public record SuccessComparison(List<Curve> curves) implements Figure {
  private static final List<ColorRole> HUES =
      List.of(
          ColorRole.HARMED,
          ColorRole.HONEST,
          ColorRole.GREEN,
          ColorRole.PURPLE,
          ColorRole.AMBER,
          ColorRole.SKY);

  /**
   * The curve of a run.
   *
   * @param name of the run
   * @param points by rising threshold
   */
  public record Curve(String name, List<AttackSuccess.Point> points) {
    /** Keeps a copy of the points. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /** Keeps a copy of the curves. */
  public SuccessComparison {
    curves = List.copyOf(curves);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(.12f);
    for (int i = 0; i < curves.size(); i++) {
      YIntervalSeries series = new YIntervalSeries(i);
      for (AttackSuccess.Point p : curves.get(i).points()) {
        series.add(p.threshold(), p.triggered(), p.low(), p.high());
      }
      data.addSeries(series);
      ColorRole hue = HUES.get(i % HUES.size());
      renderer.setSeriesPaint(i, style.color(hue));
      renderer.setSeriesFillPaint(i, style.color(hue));
      renderer.setSeriesStroke(i, i % 2 == 0 ? Style.LINE : Style.DASHED);
    }
    renderer.setLegendLine(new Line2D.Double(0, 0, 22, 0));
    renderer.setLegendItemLabelGenerator((set, i) -> curves.get(i).name());
    renderer.setDefaultToolTipGenerator(
        (set, series, item) ->
            curves.get(series).name()
                + ": "
                + AttackSuccess.words(curves.get(series).points().get(item)));
    NumberAxis margin =
        style.axis("margin that counts as success (−1 true sketch, 0 half way, 1 target)");
    margin.setRange(-1, 1);
    margin.setTickUnit(new NumberTickUnit(.25, Style.format("0.##")));
    NumberAxis share = style.shares("share of triggered photos");
    share.setRange(0, 1);
    share.setTickUnit(new NumberTickUnit(.25, Style.format("0 %")));
    XYPlot plot = style.plot(margin, share, renderer);
    plot.setDataset(data);
    plot.addDomainMarker(new ValueMarker(0, style.color(ColorRole.MUTED), new BasicStroke(1f)));
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
    StringBuilder text = new StringBuilder("Attack-success curves of " + curves.size() + " runs:");
    curves.forEach(c -> text.append(' ').append(c.name()).append('.'));
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Curve curve : curves) {
      for (AttackSuccess.Point p : curve.points()) {
        rows.add(List.of(curve.name(), p.threshold(), p.triggered(), p.low(), p.high()));
      }
    }
    return new Values(
        List.of("run", "threshold", "triggered", "triggered low", "triggered high"), rows);
  }
}
