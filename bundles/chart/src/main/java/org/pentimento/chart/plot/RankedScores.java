package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * Scores of many things, the highest first, with the threshold from which on they are suspicious.
 *
 * @param groups drawn in this order
 * @param count of all that have a score, drawn or not
 * @param threshold of the score
 */
public record RankedScores(List<Group> groups, int count, double threshold) implements Figure {
  private static final Shape DISC = new Ellipse2D.Double(-2.5, -2.5, 5, 5);

  /**
   * What is said alike of.
   *
   * @param name such as {@code flagged}
   * @param points by rising rank
   * @param role what they mean; the harmed side is drawn as diamonds, others as discs
   */
  public record Group(String name, List<Point> points, ColorRole role) {
    /** Keeps a copy of the points. */
    public Group {
      points = List.copyOf(points);
    }
  }

  /**
   * A score.
   *
   * @param rank counted from 1
   * @param score finite
   * @param name of what has it
   */
  public record Point(int rank, double score, String name) {}

  /** Keeps a copy of the groups. */
  public RankedScores {
    groups = List.copyOf(groups);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDrawOutlines(false);
    double most = threshold;
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      XYSeries series = new XYSeries(i, false, true);
      for (Point p : group.points()) {
        series.add(p.rank(), p.score());
        most = Math.max(most, p.score());
      }
      data.addSeries(series);
      renderer.setSeriesPaint(i, theme.color(group.role(), .85));
      renderer.setSeriesShape(i, group.role() == ColorRole.HARMED ? diamond() : DISC);
    }
    renderer.setLegendItemLabelGenerator((set, i) -> groups.get(i).name());
    renderer.setDefaultToolTipGenerator((set, series, item) -> words(groups.get(series), item));
    renderer.setURLGenerator((set, series, item) -> groups.get(series).points().get(item).name());
    NumberAxis ranks = style.counts("place in the order");
    ranks.setRange(1 - count * .015, Math.max(2, count * 1.015));
    NumberAxis scores = style.axis("score");
    scores.setRange(-.03 * most, most * 1.1);
    XYPlot plot = style.plot(ranks, scores, renderer);
    plot.setDataset(data);
    ValueMarker marker =
        new ValueMarker(threshold, style.color(ColorRole.MUTED), new BasicStroke(1.2f));
    marker.setLabel("flagged from here on");
    marker.setLabelFont(Style.text());
    marker.setLabelPaint(style.color(ColorRole.MUTED));
    marker.setLabelBackgroundColor(style.color(ColorRole.PAPER));
    marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
    plot.addRangeMarker(marker);
    return style.chart(plot, true);
  }

  private static Shape diamond() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -4);
    path.lineTo(4, 0);
    path.lineTo(0, 4);
    path.lineTo(-4, 0);
    path.closePath();
    return path;
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 280;
  }

  @Override
  public String description() {
    StringBuilder text =
        new StringBuilder("Scores of " + count + ", the highest first, and their threshold.");
    for (Group g : groups) {
      text.append(' ').append(g.name()).append(": ").append(g.points().size()).append(" drawn.");
    }
    return text.toString();
  }

  private static String words(Group group, int item) {
    Point p = group.points().get(item);
    return "%s: score %s, place %d, %s"
        .formatted(p.name(), Style.format("0.##").format(p.score()), p.rank(), group.name());
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Group g : groups) {
      g.points().forEach(p -> rows.add(List.of(p.rank(), p.name(), p.score(), g.name())));
    }
    return new Values(List.of("place", "name", "score", "group"), rows);
  }
}
