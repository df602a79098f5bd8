package org.pentimento.workbench.run.chart;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chart of an editor that a person looks at; what the Charts view enlarges. An editor with
 * charts adapts to it. To be used in the display's thread.
 */
public final class ShownChart {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Consumer<String> picked;
  private @Nullable Content content;
  private String marked = "";

  /**
   * What is to be drawn.
   *
   * @param title above it
   * @param help how to read it
   * @param source of the figure
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

  /** What is looked at, null before anything is. */
  public @Nullable Content content() {
    return content;
  }

  /** The image that is selected, or empty. */
  public String marked() {
    return marked;
  }

  /** Looks at another chart. */
  public void show(Content other) {
    content = other;
    listeners.forEach(Runnable::run);
  }

  /** Selects an image. */
  public void mark(String id) {
    marked = id;
    listeners.forEach(Runnable::run);
  }

  /** Says that a mark was clicked. */
  public void pick(String id) {
    picked.accept(id);
  }

  /** Calls a listener after each change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
