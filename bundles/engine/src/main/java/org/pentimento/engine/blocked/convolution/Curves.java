package org.pentimento.engine.blocked.convolution;

import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.onednn.PointwiseCurve;

/** Nonlinearities as oneDNN knows them. */
final class Curves {
  private Curves() {}

  static PointwiseCurve of(Nonlinearity nonlinearity) {
    return switch (nonlinearity) {
      case IDENTITY -> PointwiseCurve.NONE;
      case RELU -> PointwiseCurve.RELU;
      case LEAKY_RELU -> PointwiseCurve.LEAKY_RELU;
      case SIGMOID -> PointwiseCurve.SIGMOID;
      case TANH -> PointwiseCurve.TANH;
    };
  }
}
