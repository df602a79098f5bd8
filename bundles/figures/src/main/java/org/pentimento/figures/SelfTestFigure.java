package org.pentimento.figures;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows a self-test of detectors: a Declarative Services component that bears
 * {@link AboutFigure}, whose topic does not matter. What holds of an {@link InspectionFigure} holds
 * of it.
 */
@ConsumerType
public interface SelfTestFigure {
  /** Makes the chart; empty if the self-test has nothing that it could show. */
  Optional<Figure> figure(SelfTestResult result);
}
