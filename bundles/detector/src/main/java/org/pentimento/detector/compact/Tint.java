package org.pentimento.detector.compact;

import java.util.List;
import java.util.Random;
import org.pentimento.api.image.Image;

/**
 * A gain and an offset for each colour. Parameters: three gains, three offsets, each before a
 * hyperbolic tangent.
 *
 * @param range largest gain less 1; offsets are half as large
 */
public record Tint(double range) implements PhotoChange {
  @Override
  public int size() {
    return 6;
  }

  @Override
  public List<double[]> starts(Random random) {
    double[] p = new double[size()];
    for (int i = 0; i < p.length; i++) {
      p[i] = .3 * random.nextGaussian();
    }
    double[] other = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      other[i] = -p[i];
    }
    return List.of(p, other);
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int area = photo.width() * photo.height();
    float[] data = photo.data().clone();
    for (int c = 0; c < 3; c++) {
      float gain = (float) (1 + range * Math.tanh(p[c]));
      float offset = (float) (range / 2 * Math.tanh(p[3 + c]));
      for (int i = c * area; i < (c + 1) * area; i++) {
        data[i] = data[i] * gain + offset;
      }
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int area = photo.width() * photo.height();
    float[] data = photo.data();
    for (int c = 0; c < 3; c++) {
      double gain = 0;
      double offset = 0;
      for (int i = c * area; i < (c + 1) * area; i++) {
        gain += (double) gradient[i] * data[i];
        offset += gradient[i];
      }
      sum[c] += gain * range * slope(p[c]);
      sum[3 + c] += offset * range / 2 * slope(p[3 + c]);
    }
  }

  private static double slope(double value) {
    double t = Math.tanh(value);
    return 1 - t * t;
  }
}
