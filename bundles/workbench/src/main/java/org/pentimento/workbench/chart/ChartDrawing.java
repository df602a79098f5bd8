package org.pentimento.workbench.chart;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.Rendering;
import org.pentimento.chart.draw.Rendering.View;

/**
 * Makes a chart's figures and draws them in other threads, one at a time. A figure that fails or
 * takes too long leaves a message. To be used in the display's thread.
 */
final class ChartDrawing {
  /** A chart that takes longer is left alone and replaced by a message. */
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "charts");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What is to be drawn.
   *
   * @param scale pixels of the screen per pixel of the figure
   */
  record Order(FigureSource source, Theme theme, View view, int width, int height, double scale) {}

  /**
   * What was drawn.
   *
   * @param theme in whose colours
   * @param data the rendering's pixels
   */
  record Drawn(Figure figure, Theme theme, Rendering rendering, ImageData data) {}

  /** Says what to draw and gets what was drawn. */
  interface Client {
    /** What is to be drawn now, null if nothing can be. */
    @Nullable Order wanted();

    /** An order was drawn. */
    void drawn(Drawn drawn);

    /** It could not be drawn. */
    void failed(String message);

    /** There is nothing that the chart could show. */
    void nothing();
  }

  private final Control control;
  private final String title;
  private final Client client;
  private @Nullable Order underWay;

  /**
   * Draws nothing yet.
   *
   * @param control drawing ends with it
   * @param title of the chart, for messages
   */
  ChartDrawing(Control control, String title, Client client) {
    this.control = control;
    this.title = title;
    this.client = client;
  }

  /** Draws what the client wants now, once the order that is under way has ended. */
  void draw() {
    Order order = control.isDisposed() || underWay != null ? null : client.wanted();
    if (order == null) {
      return;
    }
    underWay = order;
    Display display = control.getDisplay();
    Future<?> work =
        THREADS.submit(
            () -> {
              Runnable then = carryOut(order);
              if (!display.isDisposed()) {
                display.asyncExec(() -> finish(order, then));
              }
            });
    display.timerExec(
        (int) LIMIT.toMillis(),
        () ->
            finish(
                order,
                () -> {
                  work.cancel(true);
                  client.failed(
                      "The chart “%s” is not ready after %d s and was left alone. The other charts and the tables are not affected."
                          .formatted(title, LIMIT.toSeconds()));
                }));
  }

  /** Makes figure and picture in a drawing thread; gives what to do in the display's thread. */
  private Runnable carryOut(Order order) {
    try {
      Figure figure = order.source().figure().orElse(null);
      if (figure == null) {
        return client::nothing;
      }
      Rendering rendering =
          Rendering.of(
              figure, order.theme(), order.view(), order.width(), order.height(), order.scale());
      Drawn drawn = new Drawn(figure, order.theme(), rendering, RenderingImage.data(rendering));
      return () -> client.drawn(drawn);
    } catch (RuntimeException | Error e) {
      log().warn("The chart '" + title + "' failed", e);
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return () ->
          client.failed(
              "The chart “%s” cannot be drawn: %s. The other charts and the tables are not affected; details are in the error log."
                  .formatted(title, why.replaceFirst("[.!]$", "")));
    }
  }

  private static ILog log() {
    return Platform.getLog(ChartDrawing.class);
  }

  /** Passes on how an order ended, unless it has ended before; then draws what has changed. */
  private void finish(Order order, Runnable then) {
    if (underWay == order && !control.isDisposed()) {
      then.run();
      underWay = null;
      if (!order.equals(client.wanted())) {
        draw();
      }
    }
  }
}
