package org.pentimento.detector.compact;

import org.pentimento.api.image.Image;

/**
 * A colour that is mixed into the whole photo. Parameters: red, green and blue of the colour, each
 * before a logistic function.
 *
 * @param ratio weight of the colour against the photo's
 */
record MixedColour(double ratio) implements PhotoChange {
  @Override
  public int size() {
    return 3;
  }

  private static double value(double parameter) {
    return 1 / (1 + Math.exp(-parameter));
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int area = photo.width() * photo.height();
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += (float) (ratio * (value(p[i / area]) - data[i]));
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int area = photo.width() * photo.height();
    for (int c = 0; c < 3; c++) {
      double all = 0;
      for (int i = c * area; i < (c + 1) * area; i++) {
        all += gradient[i];
      }
      sum[c] += all * ratio * value(p[c]) * (1 - value(p[c]));
    }
  }
}
