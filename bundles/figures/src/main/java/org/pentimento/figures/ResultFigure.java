package org.pentimento.figures;

import java.util.Optional;
import java.util.function.Function;
import org.pentimento.chart.Figure;

/**
 * A kind of chart that shows one result as a whole, with what it says of itself; nothing of it runs
 * before {@link #figure}.
 *
 * @param <R> the kind of result
 * @param id names files and anchors: lower-case letters, digits and hyphens
 * @param title stands above the chart
 * @param help how to read it
 * @param marks whether its marks stand for single pairs
 * @param drawing makes the chart; throws if the service was taken away or cannot be started
 */
public record ResultFigure<R>(
    String id, String title, String help, boolean marks, Function<R, Optional<Figure>> drawing) {
  /**
   * Makes the chart, never to be called in the display's thread; empty if the result has nothing
   * that it could show.
   *
   * @throws IllegalStateException if the service was taken away or cannot be started
   */
  public Optional<Figure> figure(R result) {
    return drawing.apply(result);
  }

  static <R> ResultFigure<R> of(Object figure, Function<R, Optional<Figure>> drawing) {
    AboutFigure about = Figures.about(figure);
    return new ResultFigure<>(about.id(), about.title(), about.help(), about.marks(), drawing);
  }
}
