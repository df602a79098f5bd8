package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.Polygon;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
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
 * One thing beside others of its kind, in rows by what was measured of them.
 *
 * @param what lies on the axis
 * @param suspect name of the one
 * @param others name of the others
 * @param rows from top to bottom
 * @param line a value to hold them against; null if there is none
 */
public record SuspectBesideOthers(
    String what, String suspect, String others, List<Row> rows, @Nullable Double line)
    implements Figure {
  /**
   * A measurement.
   *
   * @param name what was measured
   * @param suspect finite value of the one, on the axis
   * @param others finite values of the others, on the axis
   * @param words the values as they were measured
   */
  public record Row(String name, double suspect, List<Double> others, String words) {
    /** Keeps a copy. */
    public Row {
      others = List.copyOf(others);
    }
  }

  /** Keeps a copy. */
  public SuspectBesideOthers {
    rows = List.copyOf(rows);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeries ofOthers = new XYSeries(others, false, true);
    XYSeries ofSuspect = new XYSeries(suspect, false, true);
    List<String> tips = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (double value : row.others()) {
        ofOthers.add(value, i);
        tips.add(row.words());
      }
      ofSuspect.add(row.suspect(), i);
    }
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(ofOthers);
    data.addSeries(ofSuspect);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesPaint(0, style.color(ColorRole.HONEST));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
    renderer.setSeriesPaint(1, style.color(ColorRole.HARMED));
    renderer.setSeriesShape(1, new Polygon(new int[] {0, 6, 0, -6}, new int[] {-6, 0, 6, 0}, 4));
    renderer.setDefaultToolTipGenerator(
        (set, series, item) -> series == 0 ? tips.get(item) : rows.get(item).words());
    NumberAxis values = style.axis(what);
    values.setUpperMargin(.06);
    values.setLowerMargin(.06);
    NumberAxis names = style.names(rows.stream().map(Row::name).toArray(String[]::new));
    XYPlot plot = style.plot(values, names, renderer);
    plot.setDataset(data);
    plot.setDomainGridlinesVisible(true);
    Double at = line;
    if (at != null) {
      plot.addDomainMarker(
          new ValueMarker(at, style.color(ColorRole.MUTED), new BasicStroke(1.2f)));
    }
    return style.chart(plot, true);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 86 + 28 * Math.max(1, rows.size());
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder(what + ": " + suspect + " beside " + others + ".");
    rows.forEach(row -> text.append(' ').append(row.words()).append('.'));
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    for (Row row : rows) {
      lines.add(List.of(row.name(), suspect, row.suspect()));
      row.others().forEach(value -> lines.add(List.of(row.name(), others, value)));
    }
    return new Values(List.of("measurement", "of", "value"), lines);
  }
}
