package org.pentimento.chart.draw;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.plot.XYPlot;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Figure;
import org.pentimento.chart.Theme;

/**
 * A figure as pixels for a window, with what lies where in it. Made in any thread; nothing of the
 * chart itself is shared.
 *
 * @param width in pixels of 1/96 inch
 * @param height in pixels of 1/96 inch
 * @param scale pixels of the image per pixel of the figure
 * @param rgb {@code ceil(width·scale) × ceil(height·scale)} pixels, row by row
 * @param spots what can be pointed at, later ones on top
 * @param area where one can zoom, empty if the figure has no such place
 */
public record Rendering(
    int width, int height, double scale, int[] rgb, List<Spot> spots, Optional<Area> area) {
  private static final int LOWEST_WITH_LABEL = 200;

  /**
   * Something drawn that has a meaning of its own.
   *
   * @param shape in pixels of the figure
   * @param words what it is, for a tooltip
   * @param id of the image it stands for, or empty
   */
  public record Spot(Shape shape, String words, String id) {}

  /**
   * A stretch of an axis.
   *
   * @param low less than {@code high}
   * @param high more than {@code low}
   */
  public record Span(double low, double high) {
    /** Refuses what is no stretch. */
    public Span {
      if (!(low < high) || Double.isInfinite(high - low)) {
        throw new IllegalArgumentException("no stretch: " + low + " to " + high);
      }
    }
  }

  /**
   * What is shown of a figure's axes.
   *
   * @param across of the horizontal axis, null for all
   * @param up of the vertical axis, null for all
   */
  public record View(@Nullable Span across, @Nullable Span up) {
    /** All of it. */
    public static final View ALL = new View(null, null);
  }

  /**
   * Where the data are drawn, and what the edges stand for.
   *
   * @param place in pixels of the figure
   * @param across from left to right
   * @param up from bottom to top, null if the vertical axis has names instead of numbers
   */
  public record Area(Rectangle2D place, Span across, @Nullable Span up) {
    /** The stretch of the horizontal axis between two places. */
    public Span across(double left, double right) {
      double unit = (across.high() - across.low()) / place.getWidth();
      return new Span(
          across.low() + (left - place.getMinX()) * unit,
          across.low() + (right - place.getMinX()) * unit);
    }

    /** The stretch of the vertical axis between two places, the upper one first; null if none. */
    public @Nullable Span up(double top, double bottom) {
      if (up == null) {
        return null;
      }
      double unit = (up.high() - up.low()) / place.getHeight();
      return new Span(
          up.low() + (place.getMaxY() - bottom) * unit, up.low() + (place.getMaxY() - top) * unit);
    }
  }

  /**
   * Draws a figure.
   *
   * @param width in pixels of 1/96 inch, at least 1
   * @param height in pixels of 1/96 inch, at least 1
   * @param scale 2 for a screen of 200 %
   */
  public static Rendering of(
      Figure figure, Theme theme, View view, int width, int height, double scale) {
    JFreeChart chart = new Zoomed(figure, view).chart(theme);
    XYPlot plot = chart.getPlot() instanceof XYPlot xy ? xy : null;
    if (plot != null && height < LOWEST_WITH_LABEL) {
      plot.getRangeAxis().setLabel(null); // there is no room for words that stand upright
    }
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = FigureWriter.graphics(image, theme, scale);
    ChartRenderingInfo info = new ChartRenderingInfo();
    chart.draw(g, new Rectangle2D.Double(0, 0, width, height), info);
    g.dispose();
    return new Rendering(
        width,
        height,
        scale,
        ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
        spots(info),
        plot == null ? Optional.empty() : area(plot, info.getPlotInfo().getDataArea()));
  }

  private static List<Spot> spots(ChartRenderingInfo info) {
    List<Spot> spots = new ArrayList<>();
    for (Iterator<?> i = info.getEntityCollection().iterator(); i.hasNext(); ) {
      ChartEntity entity = (ChartEntity) i.next();
      String words = entity.getToolTipText();
      if (words != null && !words.isEmpty()) {
        String id = entity.getURLText();
        spots.add(new Spot(entity.getArea(), words, id == null ? "" : id));
      }
    }
    return spots;
  }

  private static Optional<Area> area(XYPlot plot, @Nullable Rectangle2D place) {
    if (place == null || place.getWidth() < 1 || place.getHeight() < 1) {
      return Optional.empty();
    }
    boolean names = plot.getRangeAxis() instanceof SymbolAxis;
    return Optional.of(
        new Area(place, span(plot.getDomainAxis()), names ? null : span(plot.getRangeAxis())));
  }

  private static Span span(ValueAxis axis) {
    return new Span(axis.getLowerBound(), axis.getUpperBound());
  }

  /**
   * What lies at a place: the nearest spot whose middle is within some pixels, else the uppermost
   * that holds it.
   */
  public Optional<Spot> at(double x, double y, double near) {
    Spot nearest = null;
    double least = near * near;
    for (Spot spot : spots) {
      Rectangle2D bounds = spot.shape().getBounds2D();
      double dx = bounds.getCenterX() - x;
      double dy = bounds.getCenterY() - y;
      if (dx * dx + dy * dy <= least) {
        least = dx * dx + dy * dy;
        nearest = spot;
      }
    }
    for (int i = spots.size() - 1; i >= 0 && nearest == null; i--) {
      if (spots.get(i).shape().contains(x, y)) {
        nearest = spots.get(i);
      }
    }
    return Optional.ofNullable(nearest);
  }
}
