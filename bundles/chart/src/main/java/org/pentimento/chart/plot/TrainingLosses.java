package org.pentimento.chart.plot;

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
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
 * Losses over the steps of training.
 *
 * @param curves each loss of a model has a hue of its own, each model one kind of line
 */
public record TrainingLosses(List<Curve> curves) implements Figure {
  /** Hues of the broken lines, loss by loss; cool, so that models are told apart at a glance. */
  private static final List<ColorRole> COOL =
      List.of(ColorRole.HONEST, ColorRole.GREEN, ColorRole.SKY);

  /** Hues of the whole lines. */
  private static final List<ColorRole> WARM =
      List.of(ColorRole.HARMED, ColorRole.PURPLE, ColorRole.AMBER);

  /**
   * One loss of one model.
   *
   * @param loss name of the loss
   * @param model such as {@code clean model}
   * @param dashed whether the line is broken
   * @param points by rising step
   */
  public record Curve(String loss, String model, boolean dashed, List<Point> points) {
    /** Keeps a copy of the points. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A loss at a step.
   *
   * @param step counted from 1
   * @param value of the loss; what is not finite is left out
   */
  public record Point(long step, double value) {}

  /** Keeps a copy of the curves. */
  public TrainingLosses {
    curves = List.copyOf(curves);
  }

  @Override
  public JFreeChart chart(Theme theme) {
    Style style = new Style(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setLegendLine(new Line2D.Double(0, 0, 22, 0));
    Map<String, Integer> losses = new LinkedHashMap<>();
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      XYSeries series = new XYSeries(i, false, true);
      series.setDescription(curve.loss() + ", " + curve.model());
      for (Point p : curve.points()) {
        if (Double.isFinite(p.value())) {
          series.add(p.step(), p.value());
        }
      }
      data.addSeries(series);
      int loss = losses.computeIfAbsent(curve.loss(), name -> losses.size());
      List<ColorRole> hues = curve.dashed() ? COOL : WARM;
      renderer.setSeriesPaint(i, style.color(hues.get(loss % hues.size())));
      renderer.setSeriesStroke(i, curve.dashed() ? Style.DASHED : Style.LINE);
    }
    renderer.setLegendItemLabelGenerator(
        (set, i) -> curves.get(i).loss() + ", " + curves.get(i).model());
    renderer.setDefaultToolTipGenerator(
        (set, series, item) ->
            "%s, %s: %s at step %s"
                .formatted(
                    curves.get(series).loss(),
                    curves.get(series).model(),
                    Style.format("0.####").format(set.getYValue(series, item)),
                    Style.format("0").format(set.getXValue(series, item))));
    // As one path, or dashes would begin anew at each point and run together where those are close.
    renderer.setDrawSeriesLineAsPath(true);
    NumberAxis steps = style.counts("training step");
    NumberAxis values = style.axis("loss");
    values.setAutoRangeIncludesZero(true);
    XYPlot plot = style.plot(steps, values, renderer);
    plot.setDataset(data);
    return style.chart(plot, true);
  }

  @Override
  public int width() {
    return 760;
  }

  @Override
  public int height() {
    return 260;
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder("Losses over training.");
    for (Curve c : curves) {
      if (!c.points().isEmpty()) {
        text.append(' ').append(c.loss()).append(", ").append(c.model()).append(": from ");
        text.append(round(c.points().get(0))).append(" to ");
        text.append(round(c.points().get(c.points().size() - 1))).append('.');
      }
    }
    return text.toString();
  }

  @Override
  public Values values() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Curve c : curves) {
      for (Point p : c.points()) {
        rows.add(List.of(c.model(), c.loss(), p.step(), p.value()));
      }
    }
    return new Values(List.of("model", "loss", "step", "value"), rows);
  }

  private static String round(Point p) {
    return Double.isFinite(p.value())
        ? Style.format("0.####").format(p.value())
        : "a value that is no number";
  }
}
