package org.pentimento.workbench.chart;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chart that the user looks at in an editor, which the Charts view enlarges. Editors with
 * charts adapt to it. To be used in the display's thread.
 */
public final class ShownChart {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Consumer<String> picked;
  private @Nullable Content content;
  private String marked = "";

  /**
   * A chart.
   *
   * @param title stands above the chart
   * @param help says how to read the chart
   * @param source makes the figure
   */
  public record Content(String title, String help, FigureSource source) {}

  /**
   * Made by an editor.
   *
   * @param picked called with the id of an image whose mark was clicked
   */
  public ShownChart(Consumer<String> picked) {
    this.picked = picked;
  }

  /** The chart that the user looks at, null before there is one. */
  public @Nullable Content content() {
    return content;
  }

  /** The image that is selected, or empty. */
  public String marked() {
    return marked;
  }

  /** Tells listeners that the user looks at another chart. */
  public void show(Content other) {
    content = other;
    listeners.forEach(Runnable::run);
  }

  /** Tells listeners that another image is selected; an empty id means none. */
  public void mark(String id) {
    marked = id;
    listeners.forEach(Runnable::run);
  }

  /** Tells the editor that a mark was clicked. */
  public void pick(String id) {
    picked.accept(id);
  }

  /** Calls a listener after each change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Stops calling a listener. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
