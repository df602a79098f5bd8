package org.pentimento.workbench.help.picture;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/** Draws in the ink of a page, from the upper left corner of a picture. */
final class Pen {
  /** Seen on light and dark ground alike. */
  private static final Color ACCENT = new Color(0xd5, 0x5e, 0x00);

  private static final int HEAD = 6;
  private static final int DOT = 4;

  private final GC gc;
  private final Color ink;
  private final int left;
  private final int top;

  Pen(GC gc, Color ink, int left, int top) {
    this.gc = gc;
    this.ink = ink;
    this.left = left;
    this.top = top;
    use(ink);
    gc.setLineWidth(1);
  }

  private void use(Color color) {
    gc.setForeground(color);
    gc.setBackground(color);
  }

  /** Draws something in the colour of what matters. */
  void accent(Runnable drawing) {
    use(ACCENT);
    gc.setLineWidth(2);
    drawing.run();
    gc.setLineWidth(1);
    use(ink);
  }

  void line(int x1, int y1, int x2, int y2) {
    gc.drawLine(left + x1, top + y1, left + x2, top + y2);
  }

  void arrow(int x1, int y1, int x2, int y2) {
    line(x1, y1, x2, y2);
    line(x2 - HEAD, y2 - HEAD, x2, y2);
    line(x2 - HEAD, y2 + HEAD, x2, y2);
  }

  void frame(int x, int y, int width, int height) {
    gc.drawRectangle(left + x, top + y, width, height);
  }

  void fill(int x, int y, int width, int height) {
    gc.fillRectangle(left + x, top + y, width, height);
  }

  void dot(int x, int y) {
    gc.fillOval(left + x - DOT, top + y - DOT, 2 * DOT, 2 * DOT);
  }

  void text(String words, int x, int y) {
    gc.drawText(words, left + x, top + y, SWT.DRAW_TRANSPARENT);
  }

  /** A box with a word in its middle. */
  void box(int x, int y, int width, int height, String word) {
    frame(x, y, width, height);
    int wide = gc.textExtent(word).x;
    int high = gc.textExtent(word).y;
    text(word, x + (width - wide) / 2, y + (height - high) / 2);
  }
}
