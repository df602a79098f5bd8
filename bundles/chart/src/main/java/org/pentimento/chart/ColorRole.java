package org.pentimento.chart;

import java.util.Locale;

/** What a colour means in a chart. The hues are those of Okabe and Ito (2008). */
public enum ColorRole {
  /** The ground that everything is drawn on. */
  PAPER,
  /** Text that has to be read. */
  TEXT,
  /** Text and lines that help. */
  MUTED,
  /** Gridlines. */
  GRID,
  /** What tells nothing, such as a metric that does not see the harm. */
  PALE,
  /** The honest side: clean photos, clean model. */
  HONEST,
  /** The harmed side: triggered photos, poisoned model. */
  HARMED,
  /** Third hue. */
  GREEN,
  /** Fourth hue. */
  PURPLE,
  /** Fifth hue. */
  AMBER,
  /** Sixth hue. */
  SKY;

  /** The name of the CSS custom property that a page may set to change the colour. */
  public String property() {
    return "--chart-" + name().toLowerCase(Locale.ROOT);
  }
}
