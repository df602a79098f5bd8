package org.pentimento.engine.onednn;

import org.bytedeco.dnnl.dnnl_batch_normalization_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** The kernels of one batch norm, which leave scale and shift in two rows of one block. */
public final class Norming {
  private final Recipe forward;
  private final Recipe backward;

  /**
   * Finds the kernels.
   *
   * @param layout of the values, with which the layouts of all others agree
   * @param own whether statistics are those of the values, or given
   */
  public Norming(Layout layout, double epsilon, boolean own) {
    int flags = dnnl.dnnl_use_scaleshift | (own ? 0 : dnnl.dnnl_use_global_stats);
    dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t();
    Kernel.check(
        dnnl.dnnl_batch_normalization_forward_desc_init(
            operation, dnnl.dnnl_forward_training, layout.desc().data(), (float) epsilon, flags));
    forward = Recipe.of(operation, null);
    dnnl_batch_normalization_desc_t back = new dnnl_batch_normalization_desc_t();
    Kernel.check(
        dnnl.dnnl_batch_normalization_backward_desc_init(
            back,
            dnnl.dnnl_backward,
            layout.desc().data(),
            layout.desc().data(),
            (float) epsilon,
            flags));
    backward = Recipe.of(back, forward);
    if (forward.isSlow() || backward.isSlow()) {
      throw new NoKernelException("no fast kernel of oneDNN for a batch norm of " + layout);
    }
  }

  /** The forward kernel; it writes or reads mean and variance. */
  public Kernel forward(Block x, Block scaleAndShift, Block mean, Block variance, Block y) {
    return forward.kernel(
        dnnl.DNNL_ARG_SRC,
        x,
        dnnl.DNNL_ARG_SCALE_SHIFT,
        scaleAndShift,
        dnnl.DNNL_ARG_MEAN,
        mean,
        dnnl.DNNL_ARG_VARIANCE,
        variance,
        dnnl.DNNL_ARG_DST,
        y);
  }

  /** The backward kernel. */
  public Kernel backward(
      Block x,
      Block scaleAndShift,
      Block mean,
      Block variance,
      Block dy,
      Block dx,
      Block scaleAndShiftGradient) {
    return backward.kernel(
        dnnl.DNNL_ARG_SRC,
        x,
        dnnl.DNNL_ARG_SCALE_SHIFT,
        scaleAndShift,
        dnnl.DNNL_ARG_MEAN,
        mean,
        dnnl.DNNL_ARG_VARIANCE,
        variance,
        dnnl.DNNL_ARG_DIFF_DST,
        dy,
        dnnl.DNNL_ARG_DIFF_SRC,
        dx,
        dnnl.DNNL_ARG_DIFF_SCALE_SHIFT,
        scaleAndShiftGradient);
  }

  @Override
  public String toString() {
    return forward.name() + ", " + backward.name();
  }
}
