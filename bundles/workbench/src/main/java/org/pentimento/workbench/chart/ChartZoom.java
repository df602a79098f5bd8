package org.pentimento.workbench.chart;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.draw.Rendering.Area;
import org.pentimento.chart.draw.Rendering.View;

/**
 * Computes which part of a chart's axes a gesture asks for. Places are pixels of the chart; an area
 * says where its data are drawn.
 */
final class ChartZoom {
  /** What is moved less than this, in pixels, is clicked and not dragged. */
  private static final int LEAST_DRAG = 6;

  private @Nullable Point from;
  private @Nullable Point to;

  /** The part that is seen when a place stays put and all else comes nearer by a factor. */
  static View at(Area area, double x, double y, double factor) {
    Rectangle2D p = area.place();
    return new View(
        area.across(x - (x - p.getMinX()) / factor, x + (p.getMaxX() - x) / factor),
        area.up(y - (y - p.getMinY()) / factor, y + (p.getMaxY() - y) / factor));
  }

  /** The part that is seen after moving by shares of the area's width and height. */
  static View moved(Area area, double right, double down) {
    Rectangle2D p = area.place();
    double x = right * p.getWidth();
    double y = down * p.getHeight();
    return new View(
        area.across(p.getMinX() + x, p.getMaxX() + x), area.up(p.getMinY() + y, p.getMaxY() + y));
  }

  /** Begins to draw a rectangle. */
  void press(int x, int y) {
    from = new Point(x, y);
    to = null;
  }

  /** Whether a rectangle is being drawn. */
  boolean isPressed() {
    return from != null;
  }

  /** Draws the rectangle up to a place. */
  void drag(int x, int y) {
    to = new Point(x, y);
  }

  /** Ends drawing a rectangle. */
  void release() {
    from = null;
    to = null;
  }

  /**
   * The rectangle that is being drawn, within the area; null while it is too small. Where the
   * vertical axis has names instead of numbers, it is as high as the area.
   */
  @Nullable Rectangle box(Area area) {
    Point start = from;
    Point end = to;
    if (start == null
        || end == null
        || (Math.abs(start.x - end.x) < LEAST_DRAG && Math.abs(start.y - end.y) < LEAST_DRAG)) {
      return null;
    }
    Rectangle place = area.place().getBounds();
    Rectangle box =
        new Rectangle(
            Math.min(start.x, end.x),
            area.up() == null ? place.y : Math.min(start.y, end.y),
            Math.abs(start.x - end.x),
            area.up() == null ? place.height : Math.abs(start.y - end.y));
    Rectangle inside = box.intersection(place);
    return inside.width < LEAST_DRAG || inside.height < LEAST_DRAG ? null : inside;
  }

  /** The part that lies in a rectangle. */
  static View within(Area area, Rectangle box) {
    return new View(
        area.across(box.x, box.x + (double) box.width),
        area.up(box.y, box.y + (double) box.height));
  }
}
