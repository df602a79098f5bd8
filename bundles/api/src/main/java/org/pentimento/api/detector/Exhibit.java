package org.pentimento.api.detector;

import java.util.List;
import org.pentimento.api.image.Image;

/** Evidence that a person can look at. */
public sealed interface Exhibit {
  /** What it shows, one sentence. */
  String caption();

  /**
   * A picture.
   *
   * @param caption what it shows
   * @param image 1 or 3 planes
   */
  record Picture(String caption, Image image) implements Exhibit {}

  /**
   * A table.
   *
   * @param caption what it shows
   * @param columns headings
   * @param rows each as long as the headings
   */
  record Table(String caption, List<String> columns, List<List<String>> rows) implements Exhibit {
    /** Keeps copies that nobody changes. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A curve.
   *
   * @param caption what it shows
   * @param across what lies on the horizontal axis, with its unit
   * @param up what lies on the vertical axis, with its unit
   * @param x finite values
   * @param y finite values, as many
   */
  record Curve(String caption, String across, String up, List<Double> x, List<Double> y)
      implements Exhibit {
    /** Keeps copies that nobody changes. */
    public Curve {
      x = List.copyOf(x);
      y = List.copyOf(y);
    }
  }
}
