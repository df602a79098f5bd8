package org.pentimento.detector.compact;

import java.util.Random;
import org.pentimento.api.image.Image;

/**
 * A sine wave across the photo, in all colours alike. Parameters: periods over the width, direction
 * in radians, phase in radians.
 *
 * @param amplitude of a value
 */
public record Wave(double amplitude) implements Change {
  private static final double MOST_PERIODS = 20;

  @Override
  public int size() {
    return 3;
  }

  @Override
  public double[] start(Random random) {
    return new double[] {
      1.5 + random.nextDouble() * MOST_PERIODS,
      random.nextDouble() * Math.PI,
      random.nextDouble() * 2 * Math.PI
    };
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int area = photo.width() * photo.height();
    float[] data = photo.data().clone();
    for (int y = 0, i = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, i++) {
        float change = (float) (amplitude * Math.sin(angle(p, x, y, photo.width())));
        data[i] += change;
        data[area + i] += change;
        data[2 * area + i] += change;
      }
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  private static double angle(double[] p, int x, int y, int width) {
    return 2 * Math.PI * p[0] * (x * Math.cos(p[1]) + y * Math.sin(p[1])) / width + p[2];
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int area = photo.width() * photo.height();
    double unit = 2 * Math.PI / photo.width();
    for (int y = 0, i = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++, i++) {
        double g = gradient[i] + gradient[area + i] + gradient[2 * area + i];
        double slope = g * amplitude * Math.cos(angle(p, x, y, photo.width()));
        sum[0] += slope * unit * (x * Math.cos(p[1]) + y * Math.sin(p[1]));
        sum[1] += slope * unit * p[0] * (y * Math.cos(p[1]) - x * Math.sin(p[1]));
        sum[2] += slope;
      }
    }
  }
}
