package org.pentimento.chart.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something that lines, areas and words can be put on, such as an SVG document or a page. All
 * places are in pixels of the figure, x to the right, y downwards.
 */
public interface Canvas {
  /**
   * Fills a shape.
   *
   * @param clip what may be painted, or null for everything
   */
  void fill(Shape shape, Color color, @Nullable Rectangle2D clip) throws IOException;

  /**
   * Draws along a shape.
   *
   * @param clip what may be painted, or null for everything
   */
  void stroke(Shape shape, Line line, Color color, @Nullable Rectangle2D clip) throws IOException;

  /**
   * Writes a word.
   *
   * @param placing moves the origin to the left end of the base line and turns it
   */
  void text(String text, Font font, AffineTransform placing, Color color) throws IOException;

  /**
   * How a line looks.
   *
   * @param width in pixels
   * @param round whether ends and corners are round
   * @param dash lengths of dashes and gaps in pixels, empty for an unbroken line
   */
  record Line(double width, boolean round, java.util.List<Double> dash) {
    /** Keeps a copy of the dashes. */
    public Line {
      dash = java.util.List.copyOf(dash);
    }
  }
}
