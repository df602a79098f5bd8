package org.pentimento.detector.battery;

import java.util.Optional;
import org.pentimento.api.image.Eyes;

/**
 * A part of a face that may go from a sketch while the rest stays. Windows are in units of the
 * distance of the eyes, with the origin between them, x to the right in the image and y towards the
 * chin; they follow the usual proportions of a frontal face.
 */
enum FacePart {
  EYES("eyes", -.9, -.3, .9, .25),
  NOSE("nose", -.35, .2, .35, .82),
  MOUTH("mouth", -.52, .85, .52, 1.32);

  private final String word;
  private final double left;
  private final double top;
  private final double right;
  private final double bottom;

  FacePart(String word, double left, double top, double right, double bottom) {
    this.word = word;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
  }

  /** What it is called. */
  String word() {
    return word;
  }

  /**
   * Which pixels belong to it, row by row: a window that lies and leans as the face does, or a
   * third of the photo where eye points are unknown.
   */
  boolean[] window(Optional<Eyes> eyes, int width, int height) {
    boolean[] in = new boolean[width * height];
    double unit = eyes.map(Eyes::distance).orElse(0.);
    for (int i = 0; i < in.length; i++) {
      int x = i % width;
      int y = i / width;
      in[i] = unit > 0 ? inside(eyes.orElseThrow(), unit, x, y) : 3 * y / height == ordinal();
    }
    return in;
  }

  private boolean inside(Eyes eyes, double unit, int x, int y) {
    double cos = (eyes.right().x() - eyes.left().x()) / unit;
    double sin = (eyes.right().y() - eyes.left().y()) / unit;
    double dx = x - (eyes.left().x() + eyes.right().x()) / 2;
    double dy = y - (eyes.left().y() + eyes.right().y()) / 2;
    double across = (dx * cos + dy * sin) / unit;
    double down = (dy * cos - dx * sin) / unit;
    return across >= left && across <= right && down >= top && down <= bottom;
  }
}
