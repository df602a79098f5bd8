package org.pentimento.workbench.chart;

import java.util.Optional;
import org.pentimento.chart.Figure;

/** Makes the figure of a chart. Never called in the display's thread. */
public interface FigureSource {
  /** The figure, or empty if there is nothing to draw. */
  Optional<Figure> figure();
}
