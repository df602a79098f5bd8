package org.pentimento.workbench.look;

import org.eclipse.swt.graphics.GC;

/** Words that are painted where there may be too little room for them. */
public final class Captions {
  private Captions() {}

  /**
   * The words, cut at their end with an ellipsis if they are too wide.
   *
   * @param gc with the font that they are painted in
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
