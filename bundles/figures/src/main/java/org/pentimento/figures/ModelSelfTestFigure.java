package org.pentimento.figures;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows a self-test of inspections of models: a Declarative Services component
 * that bears {@link AboutFigure}, whose topic does not matter. What holds of an {@link
 * InspectionFigure} holds of it.
 */
@ConsumerType
public interface ModelSelfTestFigure {
  /** Makes the chart; empty if the self-test has nothing that it could show. */
  Optional<Figure> figure(ModelSelfTestResult result);
}
