package org.pentimento.audit.inspection.photo;

import java.io.IOException;
import java.util.Arrays;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Jpeg;
import org.pentimento.audit.image.Softness;

/**
 * A change of a photo that leaves the face and may undo a trigger. Lengths are meant for photos
 * that are 64 pixels wide and grow with the width.
 */
enum Alteration {
  /** Out of focus: a Gaussian of 1.3 px. */
  BLUR("blurred"),
  /** The median of 3x3 pixels. */
  MEDIAN("median-filtered"),
  /** Turned by 4 degrees. */
  ROTATION("turned"),
  /** 3 px to the right and down. */
  SHIFT("shifted"),
  /** Without colour. */
  GREY("without colour"),
  /** Each colour as bright, in the mean, as in trusted photos. */
  WHITE_BALANCE("with balanced colours"),
  /** Stored as JPEG of quality 20. */
  JPEG("stored as JPEG");

  private static final double WIDTH = 64;

  private final String word;

  Alteration(String word) {
    this.word = word;
  }

  /** What was done, such as {@code blurred}. */
  String word() {
    return word;
  }

  /**
   * The changed photo.
   *
   * @param photo in colour
   * @param usual mean of each colour over trusted photos
   */
  Image on(Image photo, double[] usual) throws IOException {
    double scale = photo.width() / WIDTH;
    return switch (this) {
      case BLUR -> Softness.gaussian(photo, 1.3 * scale);
      case MEDIAN -> median(photo, Math.max(1, (int) Math.round(scale)));
      case ROTATION -> turned(photo, Math.toRadians(4));
      case SHIFT -> {
        int by = Math.max(1, (int) Math.round(3 * scale));
        yield photo.window(-by, -by, photo.width(), photo.height());
      }
      case GREY -> photo.grey().colour();
      case WHITE_BALANCE -> balanced(photo, usual);
      case JPEG -> Jpeg.stored(photo, .2f);
    };
  }

  private static Image median(Image photo, int reach) {
    int w = photo.width();
    int h = photo.height();
    float[] data = new float[photo.data().length];
    float[] around = new float[(2 * reach + 1) * (2 * reach + 1)];
    Image padded = photo.window(-reach, -reach, w + 2 * reach, h + 2 * reach);
    for (int p = 0; p < photo.planes(); p++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          int n = 0;
          for (int dy = 0; dy <= 2 * reach; dy++) {
            for (int dx = 0; dx <= 2 * reach; dx++) {
              around[n++] = padded.get(p, x + dx, y + dy);
            }
          }
          Arrays.sort(around);
          data[(p * h + y) * w + x] = around[n / 2];
        }
      }
    }
    return Image.of(w, h, photo.planes(), data);
  }

  private static Image turned(Image photo, double angle) {
    int w = photo.width();
    int h = photo.height();
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    float[] data = new float[photo.data().length];
    for (int p = 0; p < photo.planes(); p++) {
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          double dx = x - (w - 1) / 2.;
          double dy = y - (h - 1) / 2.;
          double sx = within((w - 1) / 2. + cos * dx + sin * dy, w);
          double sy = within((h - 1) / 2. - sin * dx + cos * dy, h);
          data[(p * h + y) * w + x] = between(photo, p, sx, sy);
        }
      }
    }
    return Image.of(w, h, photo.planes(), data);
  }

  private static double within(double at, int length) {
    return Math.max(0, Math.min(length - 1, at));
  }

  private static float between(Image photo, int plane, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, photo.width() - 1);
    int bottom = Math.min(top + 1, photo.height() - 1);
    double fx = x - left;
    double fy = y - top;
    double upper = (1 - fx) * photo.get(plane, left, top) + fx * photo.get(plane, right, top);
    double lower = (1 - fx) * photo.get(plane, left, bottom) + fx * photo.get(plane, right, bottom);
    return (float) ((1 - fy) * upper + fy * lower);
  }

  private static Image balanced(Image photo, double[] usual) {
    float[] data = photo.data().clone();
    int plane = photo.width() * photo.height();
    double[] own = means(photo);
    for (int i = 0; i < data.length; i++) {
      data[i] *= (float) (usual[i / plane] / Math.max(.02, own[i / plane]));
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  /** Mean of each colour of a photo in colour. */
  static double[] means(Image photo) {
    double[] means = new double[3];
    int plane = photo.width() * photo.height();
    for (int i = 0; i < photo.data().length; i++) {
      means[i / plane] += photo.data()[i] / plane;
    }
    return means;
  }
}
