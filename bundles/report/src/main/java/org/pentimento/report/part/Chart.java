package org.pentimento.report.part;

import java.util.Optional;
import org.pentimento.chart.Figure;
import org.pentimento.figures.FigureTopic;

/**
 * A figure with its caption.
 *
 * @param id unique in the report: letters, digits and hyphens
 * @param topic under which heading it stands
 * @param figure what is drawn; none if the chart failed
 * @param caption below it; why there is no figure if it failed
 */
public record Chart(String id, FigureTopic topic, Optional<Figure> figure, String caption) {
  private static final int SMALL = 400;

  /** Whether two of them stand beside each other. */
  public boolean small() {
    return figure.filter(Chart::isSmall).isPresent();
  }

  /** Whether a figure is so narrow that two stand beside each other. */
  public static boolean isSmall(Figure figure) {
    return figure.width() <= SMALL;
  }
}
