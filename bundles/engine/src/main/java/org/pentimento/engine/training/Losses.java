package org.pentimento.engine.training;

import org.pentimento.engine.tensor.Tensor;

/** Losses of a network's output with their gradients for it. Both are means over all values. */
public final class Losses {
  private Losses() {}

  /**
   * A loss.
   *
   * @param value mean over all values of the output
   * @param gradient for the output, of its shape
   */
  public record Loss(double value, Tensor gradient) {}

  /** Mean absolute difference. Its gradient where both are equal is 0. */
  public static Loss l1(Tensor output, Tensor target) {
    float[] o = output.values();
    float[] t = target.values();
    float[] gradient = new float[o.length];
    double sum = 0;
    for (int i = 0; i < o.length; i++) {
      double difference = (double) o[i] - t[i];
      sum += Math.abs(difference);
      gradient[i] = (float) (Math.signum(difference) / o.length);
    }
    return new Loss(sum / o.length, Tensor.of(output.shape(), gradient));
  }

  /**
   * Binary cross-entropy between the sigmoid of logits and one label for all of them: log(1 +
   * exp(-z)) for real, log(1 + exp(z)) for fake.
   *
   * @param real whether the label is 1 instead of 0
   */
  public static Loss crossEntropy(Tensor logits, boolean real) {
    float[] z = logits.values();
    float[] gradient = new float[z.length];
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      double towardsWrong = real ? -z[i] : z[i];
      double e = StrictMath.exp(-Math.abs(towardsWrong));
      sum += Math.max(towardsWrong, 0) + StrictMath.log1p(e);
      double wrong = towardsWrong >= 0 ? 1 / (1 + e) : e / (1 + e);
      gradient[i] = (float) ((real ? -wrong : wrong) / z.length);
    }
    return new Loss(sum / z.length, Tensor.of(logits.shape(), gradient));
  }
}
