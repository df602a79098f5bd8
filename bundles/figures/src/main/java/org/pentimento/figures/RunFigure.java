package org.pentimento.figures;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows one comparison of a run: a Declarative Services component that bears
 * {@link AboutFigure}. Kinds of a higher {@code service.ranking} stand further up. Implementations
 * hold no state and may be called in any thread but the display's. One that throws, or takes longer
 * than {@link InstalledFigure#LIMIT}, is replaced by a message; everything else goes on.
 */
@ConsumerType
public interface RunFigure {
  /** Makes the chart; empty if the comparison has nothing that it could show. */
  Optional<Figure> figure(FigureInput input);

  /**
   * The choices of metrics that a document shows, one chart each, because a reader cannot choose.
   * The window shows what its user chose instead.
   *
   * @param usual what a chart that shows one choice should show
   * @param comparison that the charts are of
   */
  default List<MetricChoice> inDocuments(MetricChoice usual, Comparison comparison) {
    return List.of(usual);
  }
}
