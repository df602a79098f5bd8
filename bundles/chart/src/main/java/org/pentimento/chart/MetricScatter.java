package org.pentimento.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/**
 * Two metrics of the same images against each other: where clouds lie apart along one axis and not
 * along the other, the other metric is blind.
 *
 * @param across metric of the horizontal axis
 * @param up metric of the vertical axis
 * @param clouds drawn in this order
 */
public record MetricScatter(String across, String up, List<Cloud> clouds) implements Figure {

  /**
   * Images under one condition.
   *
   * @param condition such as {@code triggered photos}
   * @param points both values of each image
   * @param role what they mean; the harmed side is drawn as diamonds, others as discs
   */
  public record Cloud(String condition, List<Point> points, ColorRole role) {
    /** Keeps a copy of the points. */
    public Cloud {
      points = List.copyOf(points);
    }
  }

  /**
   * Both values of an image.
   *
   * @param x value of the metric across
   * @param y value of the metric up
   * @param name of the image, or empty
   */
  public record Point(double x, double y, String name) {
    /** Values of an image without a name. */
    public Point(double x, double y) {
      this(x, y, "");
    }
  }

  /** Keeps a copy of the clouds. */
  public MetricScatter {
    clouds = List.copyOf(clouds);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    for (int i = 0; i < clouds.size(); i++) {
      Cloud cloud = clouds.get(i);
      XYSeries series = new XYSeries(i, false, true);
      cloud.points().forEach(p -> series.add(p.x(), p.y()));
      data.addSeries(series);
      renderer.setSeriesPaint(i, theme.color(cloud.role(), .75));
      renderer.setSeriesShape(i, cloud.role() == ColorRole.HARMED ? diamond() : disc());
    }
    renderer.setLegendItemLabelGenerator((set, i) -> clouds.get(i).condition());
    renderer.setDefaultToolTipGenerator((set, series, item) -> words(series, item));
    renderer.setURLGenerator((set, series, item) -> clouds.get(series).points().get(item).name());
    NumberAxis x = style.axis(across);
    NumberAxis y = style.axis(up);
    XYPlot plot = style.plot(x, y, renderer);
    plot.setDataset(data);
    plot.setDomainGridlinesVisible(true);
    return style.chart(plot, true);
  }

  private static Shape disc() {
    return new Ellipse2D.Double(-3.5, -3.5, 7, 7);
  }

  private static Shape diamond() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -4.5);
    path.lineTo(4.5, 0);
    path.lineTo(0, 4.5);
    path.lineTo(-4.5, 0);
    path.closePath();
    return path;
  }

  @Override
  public int width() {
    return 560;
  }

  @Override
  public int height() {
    return 380;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder(up + " against " + across + ", a mark for each image.");
    for (Cloud c : clouds) {
      text.append(' ').append(c.condition()).append(": ").append(c.points().size());
      text.append(" images.");
    }
    return text.toString();
  }

  private String words(int cloud, int item) {
    Point p = clouds.get(cloud).points().get(item);
    return "%s%s%s %s, %s %s"
        .formatted(
            p.name(),
            p.name().isEmpty() ? "" : ", " + clouds.get(cloud).condition() + ": ",
            across,
            Style.format("0.####").format(p.x()),
            up,
            Style.format("0.####").format(p.y()));
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Cloud c : clouds) {
      c.points().forEach(p -> rows.add(List.of(p.name(), c.condition(), p.x(), p.y())));
    }
    return new Values(List.of("image", "condition", across, up), rows);
  }
}
