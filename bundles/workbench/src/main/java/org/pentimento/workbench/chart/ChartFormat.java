package org.pentimento.workbench.chart;

import java.util.Locale;

/** The file formats that a chart can be saved in. */
public enum ChartFormat {
  /** Vector graphics. */
  SVG,
  /** Pixels, 192 to the inch. */
  PNG,
  /** The numbers that the chart shows. */
  CSV;

  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
