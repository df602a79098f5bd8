package org.pentimento.workbench.dataset.pair.canvas;

import java.util.Locale;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;

/** The colours of a layer with the values that they stand for, to be drawn beside a map. */
final class ColourScale {
  /** Width of a scale with its numbers, in pixels. */
  static final int WIDTH = 150;

  private static final int BAR = 18;
  private static final int GAP = 12;
  private static final int STEPS = 5;
  private static final int VALUES = 256;

  private ColourScale() {}

  /**
   * Draws a scale: the bar with the lightest colour at its top, and numbers beside it.
   *
   * @param height of the bar in pixels
   */
  static void draw(GC gc, PairLayer layer, int x, int y, int height) {
    int line = gc.getFontMetrics().getHeight();
    int top = y;
    int bar = Math.max(STEPS, height - 1);
    Image colours = new Image(gc.getDevice(), bar(layer));
    Rectangle size = colours.getBounds();
    gc.drawImage(colours, 0, 0, size.width, size.height, x + GAP, top, BAR, bar);
    colours.dispose();
    gc.drawRectangle(x + GAP, top, BAR, bar);
    for (int i = 0; i <= STEPS - 1; i++) {
      double share = (double) i / (STEPS - 1); // from the top
      int at = top + (int) Math.round(share * bar);
      gc.drawLine(x + GAP + BAR, at, x + GAP + BAR + 4, at);
      int text = Math.max(top, Math.min(top + bar - line, at - line / 2));
      gc.drawText(label(layer, share), x + GAP + BAR + 8, text, true);
    }
  }

  /** A picture of one column: the lightest colour at its top. */
  static ImageData bar(PairLayer layer) {
    byte[] values = new byte[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = (byte) (layer.alike() ? i : VALUES - 1 - i);
    }
    ImageData colours = HeatMap.of(layer, new Picture(1, VALUES, 1, values));
    colours.alphaData = null; // colours alone: how much shines through is no value
    return colours;
  }

  /**
   * The value at a place of the bar, with what it means at its ends.
   *
   * @param share of the way from the top to the bottom, in [0, 1]
   */
  static String label(PairLayer layer, double share) {
    double value = layer.alike() ? share : 1 - share;
    String number = String.format(Locale.ROOT, "%.2f", value);
    if (share > 0 && share < 1) {
      return number;
    }
    return layer.alike()
        ? number + (share == 0 ? " differ" : " agree")
        : number + (share == 0 ? " much" : " none");
  }
}
