package org.pentimento.chart;

import org.jfree.chart.JFreeChart;

/** Data that can be drawn as a chart. Drawing is free of side effects and needs no window. */
public interface Figure {
  /** Draws the data with the colours of a theme. */
  JFreeChart chart(Theme theme);

  /** Width that the chart was designed for, in pixels of 1/96 inch. */
  int width();

  /** Height that the chart was designed for, in pixels of 1/96 inch. */
  int height();

  /** What the chart shows, in words, for those who cannot see it. */
  String description();

  /** The numbers that it shows. */
  Values values();
}
