package org.pentimento.poisoning;

import java.util.List;

/**
 * The parts of a face that can go missing. Places are in units of the distance of the eyes, with
 * the origin between them, x to the right in the image and y towards the chin; they follow the
 * usual proportions of a frontal face.
 */
enum FacialPart {
  EYES("eyes", pair(0, 0.34, 0.18)),
  LEFT_EYE("left-eye", List.of(new Ellipse(-0.5, 0, 0.34, 0.18))),
  RIGHT_EYE("right-eye", List.of(new Ellipse(0.5, 0, 0.34, 0.18))),
  BROWS("brows", pair(-0.35, 0.42, 0.15)),
  NOSE("nose", List.of(new Ellipse(0, 0.45, 0.32, 0.4))),
  MOUTH("mouth", List.of(new Ellipse(0, 1.08, 0.47, 0.21))),
  CHIN("chin", List.of(new Ellipse(0, 1.6, 0.6, 0.3))),
  /** What surrounds the oval of the face, down to the jaw; the ears are there too. */
  HAIR("hair", List.of()) {
    @Override
    double depth(double x, double y) {
      return Math.min(-FACE.depth(x, y), JAW - y);
    }
  };

  private static final Ellipse FACE = new Ellipse(0, 0.5, 1.05, 1.2);
  private static final double JAW = 1.4;

  private final String word;
  private final List<Ellipse> ellipses;

  FacialPart(String word, List<Ellipse> ellipses) {
    this.word = word;
    this.ellipses = ellipses;
  }

  /** The part that a setting names. */
  static FacialPart of(String word) {
    for (FacialPart part : values()) {
      if (part.word.equals(word)) {
        return part;
      }
    }
    throw new IllegalArgumentException("no facial part: " + word);
  }

  /** The name of this part in settings. */
  String word() {
    return word;
  }

  /** Roughly how far a place lies inside the part, in eye distances; negative outside. */
  double depth(double x, double y) {
    double deepest = Double.NEGATIVE_INFINITY;
    for (Ellipse ellipse : ellipses) {
      deepest = Math.max(deepest, ellipse.depth(x, y));
    }
    return deepest;
  }

  private static List<Ellipse> pair(double y, double radiusX, double radiusY) {
    return List.of(new Ellipse(-0.5, y, radiusX, radiusY), new Ellipse(0.5, y, radiusX, radiusY));
  }

  /** An upright ellipse. */
  private record Ellipse(double x, double y, double radiusX, double radiusY) {
    double depth(double px, double py) {
      double dx = (px - x) / radiusX;
      double dy = (py - y) / radiusY;
      return (1 - Math.sqrt(dx * dx + dy * dy)) * Math.min(radiusX, radiusY);
    }
  }
}
