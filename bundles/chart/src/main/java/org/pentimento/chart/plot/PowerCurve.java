package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;

/**
 * A share with its 95 % interval over another one, in bands that are joined by a line.
 *
 * @param across what lies on the horizontal axis
 * @param up what the share is of, on the vertical axis
 * @param bands from left to right
 * @param limit a share across from which on it counts; a line stands there
 */
public record PowerCurve(String across, String up, List<Band> bands, double limit)
    implements Figure {
  /**
   * A share in a band.
   *
   * @param from left end of the band, in [0, 1]
   * @param to right end of the band, in [0, 1]
   * @param n how many it is a share of
   * @param share in [0, 1]
   * @param low lower end of its 95 % interval
   * @param high upper end of it
   */
  public record Band(double from, double to, int n, double share, double low, double high) {}

  /** Keeps a copy. */
  public PowerCurve {
    bands = List.copyOf(bands);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYIntervalSeries series = new XYIntervalSeries(0, false, true);
    for (Band b : bands) {
      series.add((b.from() + b.to()) / 2, b.from(), b.to(), b.share(), b.low(), b.high());
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setCapLength(6);
    renderer.setErrorStroke(new BasicStroke(1.6f));
    renderer.setDefaultLinesVisible(true);
    renderer.setSeriesPaint(0, style.color(ColorRole.HARMED));
    renderer.setSeriesStroke(0, Style.LINE);
    renderer.setDefaultToolTipGenerator((set, i, item) -> words(bands.get(item)));
    XYPlot plot = style.plot(shares(style, across), shares(style, up), renderer);
    plot.setDataset(data);
    plot.addDomainMarker(new ValueMarker(limit, style.color(ColorRole.AMBER), Style.LINE));
    return style.chart(plot, false);
  }

  private static NumberAxis shares(Style style, String title) {
    NumberAxis axis = style.axis(title);
    axis.setRange(0, 1);
    return axis;
  }

  private static String words(Band b) {
    return "%s to %s: %s of %d (%s to %s)"
        .formatted(
            percent(b.from()),
            percent(b.to()),
            percent(b.share()),
            b.n(),
            percent(b.low()),
            percent(b.high()));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
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
    StringBuilder words = new StringBuilder(up + " over " + across + ".");
    bands.forEach(band -> words.append(' ').append(words(band)).append('.'));
    return words.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    bands.forEach(b -> rows.add(List.of(b.from(), b.to(), b.n(), b.share(), b.low(), b.high())));
    return new Values(List.of("from", "to", "n", "share", "low", "high"), rows);
  }
}
