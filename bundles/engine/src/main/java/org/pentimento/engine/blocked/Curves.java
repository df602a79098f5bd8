package org.pentimento.engine.blocked;

import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.onednn.Curve;

/** Nonlinearities as oneDNN knows them. */
final class Curves {
  private Curves() {}

  static Curve of(Nonlinearity nonlinearity) {
    return switch (nonlinearity) {
      case IDENTITY -> Curve.NONE;
      case RELU -> Curve.RELU;
      case LEAKY_RELU -> Curve.LEAKY_RELU;
      case SIGMOID -> Curve.SIGMOID;
      case TANH -> Curve.TANH;
    };
  }
}
