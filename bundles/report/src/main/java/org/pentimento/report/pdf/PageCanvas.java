package org.pentimento.report.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.pentimento.chart.Typeface;
import org.pentimento.chart.draw.Canvas;

/** Draws a figure as lines, areas and text on a page. */
final class PageCanvas implements Canvas {
  private final PDPageContentStream out;
  private final EmbeddedTypefaces faces;
  private final AffineTransform toPage;
  private final double scale;

  /**
   * A canvas on a page.
   *
   * @param left place of its left edge in points
   * @param top place of its upper edge in points, from the bottom of the page
   * @param scale points per pixel
   */
  PageCanvas(
      PDPageContentStream out, EmbeddedTypefaces faces, double left, double top, double scale) {
    this.out = out;
    this.faces = faces;
    this.scale = scale;
    this.toPage = new AffineTransform(scale, 0, 0, -scale, left, top);
  }

  @Override
  public void fill(Shape shape, Color color, @Nullable Rectangle2D clip) throws IOException {
    begin(color, clip);
    out.setNonStrokingColor(opaque(color));
    if (path(shape)) {
      out.fill();
    }
    out.restoreGraphicsState();
  }

  @Override
  public void stroke(Shape shape, Line line, Color color, @Nullable Rectangle2D clip)
      throws IOException {
    begin(color, clip);
    out.setStrokingColor(opaque(color));
    out.setLineWidth((float) (line.width() * scale));
    out.setLineCapStyle(line.round() ? 1 : 0);
    out.setLineJoinStyle(line.round() ? 1 : 0);
    if (!line.dash().isEmpty()) {
      float[] dash = new float[line.dash().size()];
      for (int i = 0; i < dash.length; i++) {
        dash[i] = (float) (line.dash().get(i) * scale);
      }
      out.setLineDashPattern(dash, 0);
    }
    if (path(shape)) {
      out.stroke();
    }
    out.restoreGraphicsState();
  }

  @Override
  public void text(String text, Font font, AffineTransform placing, Color color)
      throws IOException {
    Typeface face =
        font.getFontName(Locale.ROOT).contains("Bold") ? Typeface.SANS_BOLD : Typeface.SANS;
    String visible = faces.visible(text, face);
    if (visible.isBlank()) {
      return;
    }
    double[] at = {placing.getTranslateX(), placing.getTranslateY()};
    toPage.transform(at, 0, at, 0, 1);
    double angle = -Math.atan2(placing.getShearY(), placing.getScaleX());
    begin(color, null);
    out.setNonStrokingColor(opaque(color));
    out.beginText();
    out.setTextMatrix(Matrix.getRotateInstance(angle, (float) at[0], (float) at[1]));
    faces.show(out, visible, face, font.getSize2D() * scale);
    out.endText();
    out.restoreGraphicsState();
  }

  private void begin(Color color, @Nullable Rectangle2D clip) throws IOException {
    out.saveGraphicsState();
    if (clip != null) {
      path(clip);
      out.clip();
    }
    if (color.getAlpha() < 255) {
      PDExtendedGraphicsState state = new PDExtendedGraphicsState();
      state.setNonStrokingAlphaConstant(color.getAlpha() / 255f);
      state.setStrokingAlphaConstant(color.getAlpha() / 255f);
      out.setGraphicsStateParameters(state);
    }
  }

  private static Color opaque(Color color) {
    return new Color(color.getRed(), color.getGreen(), color.getBlue());
  }

  private boolean path(Shape shape) throws IOException {
    double[] p = new double[6];
    double x = 0;
    double y = 0;
    boolean any = false;
    for (PathIterator i = shape.getPathIterator(toPage); !i.isDone(); i.next()) {
      any = true;
      switch (i.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> {
          out.moveTo((float) p[0], (float) p[1]);
          x = p[0];
          y = p[1];
        }
        case PathIterator.SEG_LINETO -> {
          out.lineTo((float) p[0], (float) p[1]);
          x = p[0];
          y = p[1];
        }
        case PathIterator.SEG_QUADTO -> {
          // The cubic curve that is the same as the quadratic one.
          out.curveTo(
              (float) (x + 2 * (p[0] - x) / 3),
              (float) (y + 2 * (p[1] - y) / 3),
              (float) (p[2] + 2 * (p[0] - p[2]) / 3),
              (float) (p[3] + 2 * (p[1] - p[3]) / 3),
              (float) p[2],
              (float) p[3]);
          x = p[2];
          y = p[3];
        }
        case PathIterator.SEG_CUBICTO -> {
          out.curveTo(
              (float) p[0], (float) p[1], (float) p[2], (float) p[3], (float) p[4], (float) p[5]);
          x = p[4];
          y = p[5];
        }
        default -> out.closePath();
      }
    }
    return any;
  }
}
