package org.pentimento.workbench.chart;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.Rendering;
import org.pentimento.chart.draw.Rendering.Spot;

/** Paints a chart's picture, or a message in its place, and what is put over the picture. */
final class ChartPainter {
  private static final int RING = 14;

  private final Canvas canvas;

  ChartPainter(Canvas canvas) {
    this.canvas = canvas;
  }

  void background(GC gc, Theme theme) {
    gc.setBackground(color(theme, ColorRole.PAPER));
    gc.fillRectangle(canvas.getClientArea());
    gc.setAntialias(SWT.ON);
  }

  /**
   * Paints the picture.
   *
   * @param marked id of the image whose marks are ringed, empty for none
   */
  void picture(GC gc, Theme theme, Image image, Rendering rendering, String marked) {
    gc.drawImage(image, 0, 0);
    if (!marked.isEmpty()) {
      gc.setForeground(color(theme, ColorRole.TEXT));
      gc.setLineWidth(2);
      for (Spot spot : rendering.spots()) {
        if (spot.id().equals(marked)) {
          Rectangle2D bounds = spot.shape().getBounds2D();
          int x = (int) bounds.getCenterX() - RING / 2;
          int y = (int) bounds.getCenterY() - RING / 2;
          gc.drawOval(x, y, RING, RING);
        }
      }
      gc.setLineWidth(1);
    }
  }

  /** Paints a message in the middle, broken into lines. */
  void message(GC gc, Theme theme, String message) {
    gc.setForeground(color(theme, ColorRole.MUTED));
    org.eclipse.swt.graphics.Rectangle all = canvas.getClientArea();
    TextLayout layout = new TextLayout(canvas.getDisplay());
    layout.setFont(canvas.getFont());
    layout.setText(message);
    layout.setWidth(Math.max(40, all.width - 40));
    layout.setAlignment(SWT.CENTER);
    layout.draw(gc, 20, Math.max(8, (all.height - layout.getBounds().height) / 2));
    layout.dispose();
  }

  /** Paints the rectangle that a person draws to zoom into. */
  void box(GC gc, Theme theme, Rectangle box) {
    gc.setBackground(color(theme, ColorRole.HONEST));
    gc.setForeground(color(theme, ColorRole.HONEST));
    gc.setAlpha(40);
    gc.fillRectangle(box.x, box.y, box.width, box.height);
    gc.setAlpha(255);
    gc.drawRectangle(box.x, box.y, box.width - 1, box.height - 1);
  }

  /** Shows that the chart has the keyboard. */
  void focus(GC gc, Theme theme) {
    org.eclipse.swt.graphics.Rectangle all = canvas.getClientArea();
    gc.setForeground(color(theme, ColorRole.MUTED));
    gc.setLineStyle(SWT.LINE_DOT);
    gc.drawRectangle(1, 1, all.width - 3, all.height - 3);
    gc.setLineStyle(SWT.LINE_SOLID);
  }

  private static Color color(Theme theme, ColorRole role) {
    java.awt.Color c = theme.color(role);
    return new Color(c.getRed(), c.getGreen(), c.getBlue());
  }
}
