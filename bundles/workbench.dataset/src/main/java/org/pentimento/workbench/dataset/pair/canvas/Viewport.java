package org.pentimento.workbench.dataset.pair.canvas;

/**
 * Which part of the images is seen, the same in all panes: which point of the images lies in the
 * middle of a pane, and how much they are enlarged. The images are seen as a whole until somebody
 * zooms.
 */
final class Viewport {
  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 64;

  /** A picture as a whole is to fit into memory. */
  private static final int MOST_SAVED = 8;

  private double scale = 1;
  private double centreX;
  private double centreY;
  private boolean fitted = true;

  /**
   * The sizes that the viewport reckons with.
   *
   * @param width of the largest image, in its pixels
   * @param height of the largest image, in its pixels
   * @param paneWidth in pixels of the screen
   * @param paneHeight in pixels of the screen
   */
  record Frame(int width, int height, int paneWidth, int paneHeight) {
    double fit() {
      return Math.max(SMALLEST, Math.min((double) paneWidth / width, (double) paneHeight / height));
    }
  }

  /** How many pixels of the screen a pixel of the image has. */
  double scale(Frame frame) {
    return fitted ? frame.fit() : scale;
  }

  /** The left edge of the image, counted from that of its pane, in pixels of the screen. */
  double left(Frame frame) {
    double x = fitted ? frame.width() / 2.0 : centreX;
    return frame.paneWidth() / 2.0 - x * scale(frame);
  }

  /** The upper edge of the image, counted from that of its pane, in pixels of the screen. */
  double top(Frame frame) {
    double y = fitted ? frame.height() / 2.0 : centreY;
    return frame.paneHeight() / 2.0 - y * scale(frame);
  }

  /**
   * How many pixels a pixel of the image has in a picture for documents: as many as somebody chose,
   * in whole numbers so that it stays sharp.
   *
   * @param usual if nobody chose
   */
  int enlargement(int usual) {
    return fitted ? usual : (int) Math.max(1, Math.min(MOST_SAVED, Math.round(scale)));
  }

  boolean isFitted() {
    return fitted;
  }

  void fit() {
    fitted = true;
  }

  /** Zooms so that the point of a pane stays where it is. */
  void zoom(Frame frame, double factor, double paneX, double paneY) {
    double before = scale(frame);
    double x = (paneX - left(frame)) / before;
    double y = (paneY - top(frame)) / before;
    scale = Math.max(SMALLEST, Math.min(LARGEST, before * factor));
    fitted = false;
    centreX = x - (paneX - frame.paneWidth() / 2.0) / scale;
    centreY = y - (paneY - frame.paneHeight() / 2.0) / scale;
    keepInside(frame);
  }

  /** Moves the image by pixels of the screen. */
  void pan(Frame frame, double dx, double dy) {
    if (fitted) {
      scale = frame.fit();
      centreX = frame.width() / 2.0;
      centreY = frame.height() / 2.0;
      fitted = false;
    }
    centreX -= dx / scale;
    centreY -= dy / scale;
    keepInside(frame);
  }

  private void keepInside(Frame frame) {
    centreX = Math.max(0, Math.min(frame.width(), centreX));
    centreY = Math.max(0, Math.min(frame.height(), centreY));
  }
}
