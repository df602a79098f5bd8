package org.pentimento.detector.battery;

import java.util.Optional;
import org.pentimento.api.image.Eyes;
import org.pentimento.detector.sketching.FaceAxes;

/**
 * A part of a face that may go from a sketch while the rest stays: a window along the {@link
 * FaceAxes axes} of the face, after the usual proportions of a frontal face.
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
    FaceAxes face = FaceAxes.of(eyes, width, height);
    for (int i = 0; i < in.length; i++) {
      int x = i % width;
      int y = i / width;
      in[i] = eyes.isPresent() ? inside(face, x, y) : 3 * y / height == ordinal();
    }
    return in;
  }

  private boolean inside(FaceAxes face, int x, int y) {
    double across = face.across(x, y);
    double down = face.down(x, y);
    return across >= left && across <= right && down >= top && down <= bottom;
  }
}
