package org.pentimento.workbench.run.chart;

import java.util.Locale;

/** What a chart can be saved as. */
public enum ChartFormat {
  /** Lines and words. */
  SVG,
  /** Pixels, 192 to the inch. */
  PNG,
  /** The numbers. */
  CSV;

  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
