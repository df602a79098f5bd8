package org.pentimento.detector.sketching;

import java.util.Optional;
import org.pentimento.api.image.Eyes;

/**
 * A part of a face that may go from a sketch while the rest stays: a window along the {@link
 * FaceAxes axes} of the face, after the usual proportions of a frontal face.
 */
public enum FacePart {
  /** Both eyes. */
  EYES("eyes", -.9, -.3, .9, .25),
  /** The nose without its root. */
  NOSE("nose", -.35, .2, .35, .82),
  /** The lips and what is next to them. */
  MOUTH("mouth", -.52, .85, .52, 1.32);

  private static final double NEAR = .5;

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
  public String word() {
    return word;
  }

  /**
   * Which pixels belong to it, row by row: a window that lies and leans as the face does, or a
   * third of the photo where eye points are unknown.
   */
  public boolean[] window(Optional<Eyes> eyes, int width, int height) {
    return within(0, eyes, width, height);
  }

  /** Which pixels belong to it or are near, by half of the distance of the eyes. */
  public boolean[] surroundings(Optional<Eyes> eyes, int width, int height) {
    return within(NEAR, eyes, width, height);
  }

  private boolean[] within(double margin, Optional<Eyes> eyes, int width, int height) {
    boolean[] in = new boolean[width * height];
    FaceAxes face = FaceAxes.of(eyes, width, height);
    for (int i = 0; i < in.length; i++) {
      int x = i % width;
      int y = i / width;
      in[i] =
          eyes.isPresent() ? inside(face, x, y, margin) : inThird(y, height, margin * face.unit());
    }
    return in;
  }

  private boolean inThird(int y, int height, double margin) {
    double third = height / 3.;
    return y >= third * ordinal() - margin && y < third * (ordinal() + 1) + margin;
  }

  private boolean inside(FaceAxes face, int x, int y, double margin) {
    double across = face.across(x, y);
    double down = face.down(x, y);
    return across >= left - margin
        && across <= right + margin
        && down >= top - margin
        && down <= bottom + margin;
  }
}
