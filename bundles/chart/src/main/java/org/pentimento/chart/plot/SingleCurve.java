package org.pentimento.chart.plot;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
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
 * One curve.
 *
 * @param across what lies on the horizontal axis
 * @param up what lies on the vertical axis
 * @param points in the order in which they are joined; what is not finite is left out
 */
public record SingleCurve(String across, String up, List<Point> points) implements Figure {
  /**
   * A point of the curve.
   *
   * @param x value across
   * @param y value up
   */
  public record Point(double x, double y) {}

  /** Keeps the points that can be drawn. */
  public SingleCurve {
    points = points.stream().filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y())).toList();
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeries series = new XYSeries(0, false, true);
    points.forEach(p -> series.add(p.x(), p.y()));
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, style.color(ColorRole.HONEST));
    renderer.setSeriesStroke(0, Style.LINE);
    renderer.setDefaultToolTipGenerator((set, i, item) -> words(points.get(item)));
    XYPlot plot = style.plot(style.axis(across), style.axis(up), renderer);
    plot.setDataset(new XYSeriesCollection(series));
    return style.chart(plot, false);
  }

  private String words(Point p) {
    return "%s %s, %s %s"
        .formatted(
            across, Style.format("0.####").format(p.x()), up, Style.format("0.####").format(p.y()));
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
    return up + " over " + across + ", " + points.size() + " points.";
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    points.forEach(p -> rows.add(List.of(p.x(), p.y())));
    return new Values(List.of(across, up), rows);
  }
}
