package org.pentimento.detector.harm;

import java.util.Optional;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.FaceAxes;

/**
 * A trait in which honest photos differ, painted onto a photo. It has no dose and no fixed place in
 * the photo, as triggers have; it only makes another face of it.
 */
enum FaceTrait {
  GLASSES("glasses") {
    @Override
    double cover(double x, double y) {
      double rim =
          Math.min(
              Math.abs(Math.hypot(x - .5, y / .8) - .4), Math.abs(Math.hypot(x + .5, y / .8) - .4));
      double bridge = Math.abs(x) < .15 ? soft(.05 - Math.abs(y)) : 0;
      return Math.max(soft(.07 - rim), bridge);
    }
  },
  SUNGLASSES("sunglasses") {
    @Override
    double cover(double x, double y) {
      return .85 * Math.max(oval(x - .5, y, .42, .32), oval(x + .5, y, .42, .32));
    }
  },
  BEARD("a beard") {
    @Override
    double cover(double x, double y) {
      double hair = oval(x, y - 1.3, .8, .65) - oval(x, y - 1.05, .3, .12) - soft(.75 - y);
      return .7 * Math.max(0, hair);
    }
  },
  FRINGE("a dark fringe") {
    @Override
    double cover(double x, double y) {
      return .9 * soft(-.5 - y) * soft(1.1 - Math.abs(x));
    }
  },
  SCARF("a scarf") {
    @Override
    double cover(double x, double y) {
      return .9 * soft(y - 1.65);
    }
  },
  LIPSTICK("painted lips") {
    @Override
    double cover(double x, double y) {
      return .8 * oval(x, y - 1.08, .38, .13);
    }
  },
  BLUSH("red cheeks") {
    @Override
    double cover(double x, double y) {
      return .4 * Math.max(oval(x - .6, y - .65, .3, .25), oval(x + .6, y - .65, .3, .25));
    }
  },
  WALL("another wall behind it") {
    @Override
    double cover(double x, double y) {
      return .6 * soft(Math.abs(x) - 1.35) * soft(1.5 - y);
    }
  },
  FAIR_HAIR("fair hair") {
    @Override
    double cover(double x, double y) {
      return .5 * soft(-.75 - y) * soft(1.1 - Math.abs(x));
    }
  },
  MIRRORED("left and right exchanged") {
    @Override
    double cover(double x, double y) {
      return 0;
    }
  };

  /** Width of a soft edge, in distances of the eyes. */
  private static final double EDGE = .12;

  private final String words;

  FaceTrait(String words) {
    this.words = words;
  }

  /** What it is, as a person says it. */
  String words() {
    return words;
  }

  /** How much of a pixel it covers, in [0, 1], by its place along the axes of the face. */
  abstract double cover(double x, double y);

  private float[] colour() {
    return switch (this) {
      case GLASSES, SUNGLASSES, MIRRORED -> new float[] {.09f, .09f, .11f};
      case BEARD -> new float[] {.2f, .14f, .1f};
      case FRINGE -> new float[] {.12f, .1f, .1f};
      case SCARF -> new float[] {.55f, .2f, .2f};
      case LIPSTICK -> new float[] {.7f, .1f, .15f};
      case BLUSH -> new float[] {.9f, .35f, .35f};
      case WALL -> new float[] {.3f, .45f, .3f};
      case FAIR_HAIR -> new float[] {.75f, .55f, .25f};
    };
  }

  /**
   * A photo with the trait.
   *
   * @param photo 3 planes
   */
  Image on(Image photo, Optional<Eyes> eyes) {
    int width = photo.width();
    int height = photo.height();
    FaceAxes face = FaceAxes.of(eyes, width, height);
    float[] colour = colour();
    float[] data = new float[photo.data().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float share = (float) cover(face.across(x, y), face.down(x, y));
        int from = this == MIRRORED ? width - 1 - x : x;
        for (int c = 0; c < 3; c++) {
          float value = photo.get(c, from, y);
          data[(c * height + y) * width + x] = value + share * (colour[c] - value);
        }
      }
    }
    return Image.of(width, height, 3, data);
  }

  private static double soft(double inside) {
    return Math.max(0, Math.min(1, .5 + inside / EDGE));
  }

  private static double oval(double x, double y, double radiusX, double radiusY) {
    double out = Math.sqrt(x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY));
    return soft((1 - out) * Math.min(radiusX, radiusY));
  }
}
