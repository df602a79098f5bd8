package org.pentimento.engine.network;

import java.util.List;
import org.pentimento.engine.tensor.Tensor;

/** How the weights of a network are drawn before training. Biases and shifts start at 0. */
public enum Initialisation {
  /**
   * Mean 0 and variance 2 / fan-in, which keeps the scale of activations through layers of
   * rectifiers; batch-norm scales start at 1.
   *
   * <p>K. He et al.: Delving Deep into Rectifiers. ICCV 2015, equation 10.
   */
  HE {
    @Override
    Tensor weight(List<Integer> shape, NormalNumbers numbers) {
      int fanIn = Tensor.size(shape) / shape.get(0);
      return draw(shape, 0, Math.sqrt(2.0 / fanIn), numbers);
    }

    @Override
    Tensor scale(List<Integer> shape, NormalNumbers numbers) {
      return draw(shape, 1, 0, numbers);
    }
  },
  /**
   * Mean 0 and standard deviation 0.02; batch-norm scales have mean 1.
   *
   * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR
   * 2017, appendix 6.2.
   */
  SMALL_NORMAL {
    @Override
    Tensor weight(List<Integer> shape, NormalNumbers numbers) {
      return draw(shape, 0, 0.02, numbers);
    }

    @Override
    Tensor scale(List<Integer> shape, NormalNumbers numbers) {
      return draw(shape, 1, 0.02, numbers);
    }
  };

  /** Draws the weights of a convolution, shaped [oC, iC, kH, kW]. */
  abstract Tensor weight(List<Integer> shape, NormalNumbers numbers);

  /** Draws the scales of a batch norm. */
  abstract Tensor scale(List<Integer> shape, NormalNumbers numbers);

  private static Tensor draw(
      List<Integer> shape, double mean, double deviation, NormalNumbers numbers) {
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + deviation * numbers.next());
    }
    return Tensor.of(shape, values);
  }
}
