package org.pentimento.figures;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows an inspection of a data set: a Declarative Services component that
 * bears {@link AboutFigure}, whose topic does not matter. Kinds of a higher {@code service.ranking}
 * stand further up. Implementations hold no state and may be called in any thread but the
 * display's. One that throws, or takes longer than {@link InstalledFigure#LIMIT}, is replaced by a
 * message; everything else goes on.
 */
@ConsumerType
public interface InspectionFigure {
  /** Makes the chart; empty if the inspection has nothing that it could show. */
  Optional<Figure> figure(InspectionResult result);
}
