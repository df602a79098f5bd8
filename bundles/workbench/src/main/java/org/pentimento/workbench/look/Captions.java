package org.pentimento.workbench.look;

import org.eclipse.swt.graphics.GC;

/** Text that is painted where it may be too wide. */
public final class Captions {
  private Captions() {}

  /**
   * Cuts a text at its end and adds an ellipsis if it is too wide.
   *
   * @param gc with the font of the text
   * @param width in pixels
   */
  public static String fit(GC gc, String words, int width) {
    if (gc.textExtent(words).x <= width) {
      return words;
    }
    int end = words.length() - 1;
    while (end > 0 && gc.textExtent(words.substring(0, end) + "…").x > width) {
      end--;
    }
    return words.substring(0, Math.max(0, end)) + "…";
  }
}
