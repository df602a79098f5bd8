package org.pentimento.chart.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Theme;
import org.pentimento.chart.Typeface;

/** What all charts have in common: typeface, quiet gridlines, no frames, the legend on top. */
record Style(Theme theme) {
  static final Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED =
      new BasicStroke(
          2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 5f}, 0f);
  private static final Stroke HAIR = new BasicStroke(1f);

  Color color(ColorRole role) {
    return theme.color(role);
  }

  static Font text() {
    return Typeface.SANS.at(12);
  }

  static Font strong() {
    return Typeface.SANS_BOLD.at(12);
  }

  static DecimalFormat format(String pattern) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('−');
    return new DecimalFormat(pattern, symbols);
  }

  /** An axis of numbers with its ticks on round values. */
  NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label.isEmpty() ? null : label);
    axis.setStandardTickUnits(
        new SeveralTicks(axis, new NumberTickUnitSource(false, format("0.######"))));
    axis.setAutoRangeIncludesZero(false);
    quiet(axis);
    return axis;
  }

  /** An axis of whole numbers. */
  NumberAxis counts(String label) {
    NumberAxis axis = axis(label);
    axis.setStandardTickUnits(new NumberTickUnitSource(true, format("#,##0")));
    return axis;
  }

  /** An axis of shares, in per cent however far one looks into it. */
  NumberAxis shares(String label) {
    NumberAxis axis = axis(label);
    axis.setStandardTickUnits(
        new SeveralTicks(axis, new NumberTickUnitSource(false, format("0.#### %"))));
    return axis;
  }

  /** An axis of names, the first on top. */
  SymbolAxis names(String... names) {
    SymbolAxis axis = new SymbolAxis(null, names);
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setRange(-.5, Math.max(1, names.length) - .5);
    quiet(axis);
    axis.setTickLabelPaint(color(ColorRole.TEXT));
    return axis;
  }

  void quiet(Axis axis) {
    axis.setTickLabelFont(text());
    axis.setTickLabelPaint(color(ColorRole.MUTED));
    axis.setLabelFont(text());
    axis.setLabelPaint(color(ColorRole.MUTED));
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
  }

  XYPlot plot(NumberAxis domain, NumberAxis range, XYItemRenderer renderer) {
    XYPlot plot = new XYPlot(null, domain, range, renderer);
    plot.setDomainGridlinePaint(color(ColorRole.GRID));
    plot.setRangeGridlinePaint(color(ColorRole.GRID));
    plot.setDomainGridlineStroke(HAIR);
    plot.setRangeGridlineStroke(HAIR);
    plot.setDomainGridlinesVisible(false);
    plot.setDomainZeroBaselineVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    plot.setAxisOffset(new RectangleInsets(4, 4, 4, 4));
    return plot;
  }

  /** Puts a plot on the ground of the theme. */
  JFreeChart chart(Plot plot, boolean legend) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setNoDataMessage("no values");
    plot.setNoDataMessageFont(text());
    plot.setNoDataMessagePaint(color(ColorRole.MUTED));
    plot.setInsets(new RectangleInsets(6, 4, 4, 14));
    JFreeChart chart = new JFreeChart(null, null, plot, legend);
    chart.setBackgroundPaint(color(ColorRole.PAPER));
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    LegendTitle title = chart.getLegend();
    if (title != null) {
      title.setPosition(RectangleEdge.TOP);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      title.setFrame(BlockBorder.NONE);
      title.setBackgroundPaint(null);
      title.setItemFont(text());
      title.setItemPaint(color(ColorRole.TEXT));
      title.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
      title.setPadding(new RectangleInsets(2, 4, 2, 4));
    }
    return chart;
  }
}
