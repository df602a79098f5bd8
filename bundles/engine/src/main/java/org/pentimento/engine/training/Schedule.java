package org.pentimento.engine.training;

/** How the learning rate changes over a training. */
public enum Schedule {
  /** Constant to the end. */
  CONSTANT {
    @Override
    double share(long step, long total) {
      return 1;
    }
  },
  /**
   * Constant over the first half, then linearly down to zero.
   *
   * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR
   * 2017, as its authors train; here step by step instead of epoch by epoch.
   */
  LINEAR {
    @Override
    double share(long step, long total) {
      long half = total / 2;
      return step <= half ? 1 : (double) (total + 1 - step) / (total + 1 - half);
    }
  },
  /**
   * Down to zero along half a cosine.
   *
   * <p>I. Loshchilov, F. Hutter: SGDR: Stochastic Gradient Descent with Warm Restarts. ICLR 2017,
   * equation 5 without a restart.
   */
  COSINE {
    @Override
    double share(long step, long total) {
      return (1 + StrictMath.cos(Math.PI * (step - 1) / total)) / 2;
    }
  };

  /**
   * The share of the learning rate at a step.
   *
   * @param step counted from 1
   * @param total steps of the whole training
   * @return in (0, 1]
   */
  abstract double share(long step, long total);
}
