package org.pentimento.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes figures as SVG, as PNG or onto a canvas; the same bytes for the same data each time. */
public final class FigureWriter {
  private FigureWriter() {}

  /**
   * An SVG element that may stand in a page or, as UTF-8, be a file.
   *
   * @param prefix of the ids in it, unique in the page: letters, digits and hyphens
   */
  public static String svg(Figure figure, String prefix, Theme theme) {
    return svg(figure, prefix, theme, figure.width(), figure.height());
  }

  /**
   * As {@link #svg(Figure, String, Theme)}, laid out for another size.
   *
   * @param width in pixels of 1/96 inch
   * @param height in pixels of 1/96 inch
   */
  public static String svg(Figure figure, String prefix, Theme theme, int width, int height) {
    if (!prefix.matches("[A-Za-z][A-Za-z0-9-]*")) {
      throw new IllegalArgumentException("not a prefix of ids: " + prefix);
    }
    SvgCanvas canvas = new SvgCanvas(prefix, theme);
    draw(figure, theme, canvas, width, height);
    return canvas.document(width, height, figure.description());
  }

  /**
   * A PNG file.
   *
   * @param scale pixels in the file per pixel of the figure; 2 gives 192 dpi
   */
  public static byte[] png(Figure figure, Theme theme, double scale) {
    return png(figure, theme, scale, figure.width(), figure.height());
  }

  /**
   * As {@link #png(Figure, Theme, double)}, laid out for another size.
   *
   * @param width in pixels of 1/96 inch
   * @param height in pixels of 1/96 inch
   */
  public static byte[] png(Figure figure, Theme theme, double scale, int width, int height) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * scale),
            (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, theme, scale);
    figure.chart(theme).draw(g, new Rectangle2D.Double(0, 0, width, height));
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "png", to)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** What draws figures finely on an image, with the theme's paper laid. */
  static Graphics2D graphics(BufferedImage image, Theme theme, double scale) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setPaint(theme.color(ColorRole.PAPER));
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(scale, scale);
    return g;
  }

  /** Draws a figure on a canvas, whose size is the figure's. */
  public static void draw(Figure figure, Theme theme, Canvas canvas) {
    draw(figure, theme, canvas, figure.width(), figure.height());
  }

  private static void draw(Figure figure, Theme theme, Canvas canvas, int width, int height) {
    CanvasGraphics g = new CanvasGraphics(canvas);
    figure.chart(theme).draw(g, new Rectangle2D.Double(0, 0, width, height));
    g.dispose();
  }
}
