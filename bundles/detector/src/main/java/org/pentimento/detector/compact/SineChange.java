package org.pentimento.detector.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pentimento.api.image.Image;

/**
 * A sine wave across the photo, in all colours alike. Parameters: periods over the width, direction
 * in radians, phase in radians.
 *
 * @param amplitude of a value
 */
public record SineChange(double amplitude) implements PhotoChange {
  private static final double[] PERIODS = {
    1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 11, 12.5, 14, 17, 21
  };
  private static final int DIRECTIONS = 9;

  @Override
  public int size() {
    return 3;
  }

  /** A grid: a model reacts to waves near the one that it was trained with, and to no others. */
  @Override
  public List<double[]> starts(Random random) {
    List<double[]> starts = new ArrayList<>();
    for (double periods : PERIODS) {
      for (int k = 0; k < DIRECTIONS; k++) {
        starts.add(new double[] {periods, Math.PI * k / DIRECTIONS, .5});
      }
    }
    return starts;
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
