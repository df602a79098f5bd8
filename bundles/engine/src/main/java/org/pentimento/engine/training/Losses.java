package org.pentimento.engine.training;

import org.pentimento.engine.tensor.Tensor;

/**
 * Losses of a network's output, each with its gradient for the output. Loss and gradient are means
 * over all values.
 */
public final class Losses {
  private static final double SHARPNESS = 20;

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
   * How ink is weighed.
   *
   * @param weight how many times an error on full ink counts against one on white paper, at least
   *     1; between them by the darkness of the target
   * @param black value of full ink
   * @param white value of paper
   */
  public record Ink(double weight, double black, double white) {}

  /**
   * Weighted mean of absolute differences, more where the target has ink. Sketches are a few per
   * cent ink, so a network that draws nothing errs little by the plain mean. Equals {@link #l1}
   * with weight 1.
   */
  public static Loss inkL1(Tensor output, Tensor target, Ink ink) {
    if (ink.weight() == 1) {
      return l1(output, target);
    }
    float[] o = output.values();
    float[] t = target.values();
    double[] weights = new double[o.length];
    double all = 0;
    double sum = 0;
    for (int i = 0; i < o.length; i++) {
      double darkness = (ink.white() - t[i]) / (ink.white() - ink.black());
      weights[i] = 1 + (ink.weight() - 1) * Math.max(0, Math.min(1, darkness));
      all += weights[i];
      sum += weights[i] * Math.abs((double) o[i] - t[i]);
    }
    float[] gradient = new float[o.length];
    for (int i = 0; i < o.length; i++) {
      gradient[i] = (float) (weights[i] * Math.signum((double) o[i] - t[i]) / all);
    }
    return new Loss(sum / all, Tensor.of(output.shape(), gradient));
  }

  /**
   * How hard an output is to tell from the targets of the others in its batch: the mean over all
   * pairs of different i and j of log(1 + exp(20 (d(i, i) - d(i, j)))) / 20, where d(i, j) is the
   * mean absolute difference between output i and target j. 0 for a batch of one.
   */
  public static Loss discriminative(Tensor outputs, Tensor targets) {
    int batch = outputs.size(0);
    int size = outputs.values().length / batch;
    float[] o = outputs.values();
    float[] t = targets.values();
    float[] gradient = new float[o.length];
    double sum = 0;
    double pairs = Math.max(1, batch * (batch - 1));
    for (int i = 0; i < batch; i++) {
      double own = difference(o, i, t, i, size);
      for (int j = 0; j < batch; j++) {
        if (i != j) {
          double e = StrictMath.exp(SHARPNESS * (own - difference(o, i, t, j, size)));
          sum += StrictMath.log1p(e) / SHARPNESS;
          double pull = e / (1 + e) / pairs / size;
          for (int k = 0; k < size; k++) {
            double value = o[i * size + k];
            gradient[i * size + k] +=
                (float)
                    (pull
                        * (Math.signum(value - t[i * size + k])
                            - Math.signum(value - t[j * size + k])));
          }
        }
      }
    }
    return new Loss(sum / pairs, Tensor.of(outputs.shape(), gradient));
  }

  private static double difference(float[] o, int i, float[] t, int j, int size) {
    double sum = 0;
    for (int k = 0; k < size; k++) {
      sum += Math.abs((double) o[i * size + k] - t[j * size + k]);
    }
    return sum / size;
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
