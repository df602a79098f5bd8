package org.pentimento.dataset.pairing;

import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;

/**
 * Moves a face to where the CUFS crops have it: 200 x 250 pixels, eye centres at (75, 125) and
 * (125, 125). A similarity transform (turn, scale, shift) is fixed by two points; pixels are
 * interpolated bilinearly, and what lies outside the image repeats its edge. When a face is made
 * smaller, each pixel is the mean of a grid of samples as fine as the source's pixels.
 */
final class EyeAlignment {
  static final int WIDTH = 200;
  static final int HEIGHT = 250;
  static final Eyes STANDARD_EYES = new Eyes(new Point(75, 125), new Point(125, 125));
  private static final int MOST_SAMPLES = 8;

  // Source place of the standard place (x, y): (a x - b y + c, b x + a y + d).
  private final double a;
  private final double b;
  private final double c;
  private final double d;

  EyeAlignment(Eyes eyes) {
    double span = STANDARD_EYES.right().x() - STANDARD_EYES.left().x();
    a = (eyes.right().x() - eyes.left().x()) / span;
    b = (eyes.right().y() - eyes.left().y()) / span;
    double x = STANDARD_EYES.left().x();
    double y = STANDARD_EYES.left().y();
    c = eyes.left().x() - (a * x - b * y);
    d = eyes.left().y() - (b * x + a * y);
  }

  ImageSource of(ImageSource from) {
    return DerivedImage.moved(from, this::apply);
  }

  Image apply(Image from) {
    int samples =
        (int) Math.max(1, Math.min(MOST_SAMPLES, Math.ceil(Math.sqrt(a * a + b * b) - .01)));
    float[] out = new float[WIDTH * HEIGHT * from.planes()];
    int to = 0;
    for (int p = 0; p < from.planes(); p++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double sum = 0;
          for (int i = 0; i < samples * samples; i++) {
            double sx = x + (i % samples + .5) / samples - .5;
            double sy = y + (i / samples + .5) / samples - .5;
            sum += bilinear(from, p, a * sx - b * sy + c, b * sx + a * sy + d);
          }
          out[to++] = (float) (sum / (samples * samples));
        }
      }
    }
    return Image.of(WIDTH, HEIGHT, from.planes(), out);
  }

  private static double bilinear(Image image, int plane, double x, double y) {
    double cx = Math.max(0, Math.min(image.width() - 1, x));
    double cy = Math.max(0, Math.min(image.height() - 1, y));
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(image.width() - 1, x0 + 1);
    int y1 = Math.min(image.height() - 1, y0 + 1);
    double fx = cx - x0;
    double fy = cy - y0;
    double top = image.get(plane, x0, y0) * (1 - fx) + image.get(plane, x1, y0) * fx;
    double bottom = image.get(plane, x0, y1) * (1 - fx) + image.get(plane, x1, y1) * fx;
    return top * (1 - fy) + bottom * fy;
  }
}
