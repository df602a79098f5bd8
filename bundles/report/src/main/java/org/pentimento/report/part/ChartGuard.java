package org.pentimento.report.part;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.pentimento.api.Progress;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.figures.FigureTopic;
import org.pentimento.figures.InstalledFigure;
import org.pentimento.figures.ResultFigure;

/**
 * Makes charts with code that may be somebody else's. A chart that fails or takes too long is
 * replaced by a message and stops nothing.
 */
public final class ChartGuard {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "report-charts");
            thread.setDaemon(true);
            return thread;
          });

  private final Progress progress;

  /**
   * Guards charts.
   *
   * @param progress is told of each chart that fails
   */
  public ChartGuard(Progress progress) {
    this.progress = progress;
  }

  /**
   * Makes the charts of a result, those left out that have nothing to show.
   *
   * @param anchor begins the charts' ids
   */
  public <R> List<Chart> charts(List<ResultFigure<R>> kinds, R result, String anchor) {
    return kinds.stream().flatMap(kind -> chart(kind, result, anchor).stream()).toList();
  }

  private <R> Optional<Chart> chart(ResultFigure<R> kind, R result, String anchor) {
    String id = anchor + "-" + kind.id();
    try {
      return limited(() -> drawn(kind.figure(result)))
          .map(
              figure ->
                  new Chart(
                      id,
                      FigureTopic.DETECTION,
                      Optional.of(figure),
                      kind.title() + ". " + kind.help()));
    } catch (TimeoutException | ExecutionException e) {
      return Optional.of(failed(kind.title(), id, FigureTopic.DETECTION, e));
    }
  }

  /** Draws a figure once for nothing, so that what fails in drawing fails here. */
  public static Optional<Figure> drawn(Optional<Figure> figure) {
    figure.ifPresent(f -> FigureWriter.svg(f, "trial", Theme.LIGHT));
    return figure;
  }

  /** Waits for work as long as a chart may take. */
  public static <T> T limited(Callable<T> work) throws ExecutionException, TimeoutException {
    Future<T> future = THREADS.submit(work);
    try {
      return future.get(InstalledFigure.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw e;
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ExecutionException(new IllegalStateException("the report was interrupted", e));
    }
  }

  /** What stands in the place of a chart that was not ready in time or threw. */
  public Chart failed(String title, String id, FigureTopic topic, Exception problem) {
    String what;
    if (problem instanceof TimeoutException) {
      what = "was not ready after " + InstalledFigure.LIMIT.toSeconds() + " s and is left out";
    } else {
      Throwable cause = problem.getCause() == null ? problem : problem.getCause();
      String why =
          cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
      what = "cannot be drawn: " + why.replaceFirst("[.!]$", "");
    }
    String message = "The chart “" + title + "” " + what + ".";
    progress.note(message);
    return new Chart(id, topic, Optional.empty(), message);
  }
}
