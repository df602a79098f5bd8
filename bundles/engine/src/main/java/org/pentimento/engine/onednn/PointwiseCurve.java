package org.pentimento.engine.onednn;

import org.bytedeco.dnnl.dnnl_eltwise_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/** What is done to each value by itself; its derivative is computed from the result. */
public enum PointwiseCurve {
  /** Nothing. */
  NONE(0, 0),
  /** The larger of 0 and the value. */
  RELU(dnnl.dnnl_eltwise_relu_use_dst_for_bwd, 0),
  /** The value, below 0 a fifth of it. */
  LEAKY_RELU(dnnl.dnnl_eltwise_relu_use_dst_for_bwd, 0.2f),
  /** The logistic function. */
  SIGMOID(dnnl.dnnl_eltwise_logistic_use_dst_for_bwd, 0),
  /** The hyperbolic tangent. */
  TANH(dnnl.dnnl_eltwise_tanh_use_dst_for_bwd, 0);

  private final int algorithm;
  private final float slope;

  PointwiseCurve(int algorithm, float slope) {
    this.algorithm = algorithm;
    this.slope = slope;
  }

  /** As an operation at the end of another one; null for nothing. */
  @Nullable primitive_attr attributes() {
    if (this == NONE) {
      return null;
    }
    post_ops after = new post_ops();
    after.append_eltwise(1, forwardAlgorithm(), slope, 0);
    primitive_attr attributes = new primitive_attr();
    attributes.set_post_ops(after);
    return attributes;
  }

  private int forwardAlgorithm() {
    return switch (this) {
      case NONE -> throw new IllegalStateException("no curve");
      case RELU, LEAKY_RELU -> dnnl.dnnl_eltwise_relu;
      case SIGMOID -> dnnl.dnnl_eltwise_logistic;
      case TANH -> dnnl.dnnl_eltwise_tanh;
    };
  }

  private Recipe forward(BlockLayout layout) {
    dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t();
    NativeKernel.check(
        dnnl.dnnl_eltwise_forward_desc_init(
            operation, dnnl.dnnl_forward_training, algorithm, layout.data(), slope, 0));
    return Recipe.of(operation, null);
  }

  /** Does it to a block in place. */
  public NativeKernel inPlace(Block values) {
    return forward(values.layout()).kernel(dnnl.DNNL_ARG_SRC, values, dnnl.DNNL_ARG_DST, values);
  }

  /**
   * The gradient for what it was done to.
   *
   * @param result what came out
   * @param gradient for that, in the same layout
   * @param target may be the same block as the gradient
   */
  public NativeKernel backward(Block result, Block gradient, Block target) {
    dnnl_eltwise_desc_t operation = new dnnl_eltwise_desc_t();
    BlockLayout layout = result.layout();
    NativeKernel.check(
        dnnl.dnnl_eltwise_backward_desc_init(
            operation, algorithm, layout.data(), layout.data(), slope, 0));
    return Recipe.of(operation, forward(layout))
        .kernel(
            dnnl.DNNL_ARG_DST,
            result,
            dnnl.DNNL_ARG_DIFF_DST,
            gradient,
            dnnl.DNNL_ARG_DIFF_SRC,
            target);
  }
}
