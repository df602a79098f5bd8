package org.pentimento.detector.compact;

import org.pentimento.api.image.Image;

/**
 * A sine wave that is added to all colours alike. Parameters: periods over the width, periods over
 * the height, phase in the middle of the photo, in radians.
 *
 * @param amplitude of a value
 */
record AddedWave(double amplitude) implements PhotoChange {
  @Override
  public int size() {
    return 3;
  }

  /** From the middle, so that frequency and phase can be fitted apart. */
  private static double across(int x, Image photo) {
    return (double) x / photo.width() - .5;
  }

  private static double down(int y, Image photo) {
    return (double) y / photo.height() - .5;
  }

  private static double angle(double[] p, int x, int y, Image photo) {
    return 2 * Math.PI * (p[0] * across(x, photo) + p[1] * down(y, photo)) + p[2];
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int area = photo.width() * photo.height();
    float[] data = photo.data().clone();
    for (int y = 0, i = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, i++) {
        float change = (float) (amplitude * Math.sin(angle(p, x, y, photo)));
        data[i] += change;
        data[area + i] += change;
        data[2 * area + i] += change;
      }
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int area = photo.width() * photo.height();
    for (int y = 0, i = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, i++) {
        double g = gradient[i] + gradient[area + i] + gradient[2 * area + i];
        double slope = g * amplitude * Math.cos(angle(p, x, y, photo));
        sum[0] += slope * 2 * Math.PI * across(x, photo);
        sum[1] += slope * 2 * Math.PI * down(y, photo);
        sum[2] += slope;
      }
    }
  }
}
