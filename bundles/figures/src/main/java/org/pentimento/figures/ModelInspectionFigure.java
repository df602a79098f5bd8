package org.pentimento.figures;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows an inspection of a model: a Declarative Services component that bears
 * {@link AboutFigure}, whose topic does not matter. What holds of an {@link InspectionFigure} holds
 * of it.
 */
@ConsumerType
public interface ModelInspectionFigure {
  /** Makes the chart; empty if the inspection has nothing that it could show. */
  Optional<Figure> figure(ModelInspectionResult result);
}
