package org.pentimento.detector.compact;

import org.pentimento.api.image.Image;

/**
 * A smooth picture of low frequencies that is added. Parameters: coefficients of each colour.
 *
 * @param limit largest change of a value
 * @param basis cosines
 */
record AddedShade(double limit, SmoothBasis basis) implements PhotoChange {
  /** Cosines each way, from none to so many less one half periods. */
  static final int FUNCTIONS = 10;

  /** Of ten cosines each way. */
  static AddedShade of(double limit, int width, int height) {
    return new AddedShade(limit, SmoothBasis.cosines(width, height, FUNCTIONS));
  }

  @Override
  public int size() {
    return 3 * basis.size();
  }

  @Override
  public Image apply(Image photo, double[] p) {
    int area = photo.width() * photo.height();
    float[] data = photo.data().clone();
    for (int c = 0; c < 3; c++) {
      double[] field = basis.field(p, c * basis.size());
      for (int i = 0; i < area; i++) {
        data[c * area + i] += (float) (limit * Math.tanh(field[i]));
      }
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  @Override
  public void back(Image photo, double[] p, float[] gradient, double[] sum) {
    int area = photo.width() * photo.height();
    for (int c = 0; c < 3; c++) {
      double[] field = basis.field(p, c * basis.size());
      for (int i = 0; i < area; i++) {
        double t = Math.tanh(field[i]);
        field[i] = gradient[c * area + i] * limit * (1 - t * t);
      }
      basis.back(field, sum, c * basis.size());
    }
  }
}
