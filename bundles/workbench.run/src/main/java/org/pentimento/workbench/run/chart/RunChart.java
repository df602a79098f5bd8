package org.pentimento.workbench.run.chart;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.chart.Figure;

/**
 * A chart of a comparison of a run; a Declarative Services component with the properties {@link
 * #TITLE} and {@link #HELP}. Those of a higher {@code service.ranking} stand further up. Never
 * called in the display's thread; one that throws or takes too long is told in its place.
 */
@ConsumerType
public interface RunChart {
  /** Property with the title above the chart. */
  String TITLE = "pentimento.chart.title";

  /** Property with a sentence that says how to read the chart. */
  String HELP = "pentimento.chart.help";

  /** The chart, or empty if there is nothing of the kind in the comparison. */
  Optional<Figure> figure(ChartInput input);
}
