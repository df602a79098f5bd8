package org.pentimento.figures;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.Figure;

/**
 * A kind of chart with what it says of itself; nothing of it runs before {@link #figure} or {@link
 * #inDocuments}.
 *
 * @param id names files and anchors: lower-case letters, digits and hyphens
 * @param title stands above the chart
 * @param help how to read it
 * @param topic under which heading a document shows it
 * @param marks whether its marks stand for single test pairs
 * @param service gives the service or throws if it was taken away or cannot be started
 */
public record InstalledFigure(
    String id,
    String title,
    String help,
    FigureTopic topic,
    boolean marks,
    Supplier<RunFigure> service) {
  /** A chart that takes longer is left alone and replaced by a message. */
  public static final Duration LIMIT = Duration.ofSeconds(15);

  /**
   * A figure outside the component framework.
   *
   * @throws IllegalArgumentException if it does not bear {@link AboutFigure}
   */
  public static InstalledFigure of(RunFigure figure) {
    AboutFigure about = Figures.about(figure);
    return new InstalledFigure(
        about.id(), about.title(), about.help(), about.topic(), about.marks(), () -> figure);
  }

  /**
   * Makes the chart, never to be called in the display's thread; empty if the comparison has
   * nothing that it could show.
   *
   * @throws IllegalStateException if the service was taken away or cannot be started
   */
  public Optional<Figure> figure(FigureInput input) {
    return service.get().figure(input);
  }

  /** The choices of metrics that a document shows, one chart each. */
  public List<MetricChoice> inDocuments(MetricChoice usual, Comparison comparison) {
    return service.get().inDocuments(usual, comparison);
  }
}
