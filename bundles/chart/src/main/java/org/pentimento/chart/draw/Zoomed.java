package org.pentimento.chart.draw;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Values;
import org.pentimento.chart.draw.Rendering.Span;
import org.pentimento.chart.draw.Rendering.View;

/**
 * Part of a figure's axes; axes of names and figures without numbers on both axes stay whole.
 *
 * @param figure that is looked at
 * @param view what is shown of it
 */
public record Zoomed(Figure figure, View view) implements Figure {
  @Override
  public JFreeChart chart(Theme theme) {
    JFreeChart chart = figure.chart(theme);
    if (chart.getPlot() instanceof XYPlot plot) {
      zoom(plot.getDomainAxis(), view.across());
      zoom(plot.getRangeAxis(), view.up());
    }
    return chart;
  }

  private static void zoom(ValueAxis axis, @Nullable Span span) {
    if (span != null && !(axis instanceof SymbolAxis)) {
      axis.setRange(span.low(), span.high());
      axis.setAutoTickUnitSelection(true);
    }
  }

  @Override
  public int width() {
    return figure.width();
  }

  @Override
  public int height() {
    return figure.height();
  }

  @Override
  public String description() {
    return figure.description();
  }

  @Override
  public Values values() {
    return figure.values();
  }
}
