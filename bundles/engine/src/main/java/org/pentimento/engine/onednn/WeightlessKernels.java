package org.pentimento.engine.onednn;

import java.lang.ref.Reference;
import org.bytedeco.dnnl.dnnl_binary_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_resampling_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;

/** Kernels without weights. */
public final class WeightlessKernels {
  private WeightlessKernels() {}

  /** Copies a block into one of another layout. */
  public static NativeKernel copy(Block from, Block to) {
    dnnl_primitive_desc found = new dnnl_primitive_desc();
    primitive_attr attributes = KernelScratch.ofOurs(null);
    NativeKernel.check(
        dnnl.dnnl_reorder_primitive_desc_create(
            found,
            from.layout().data(),
            OneDnn.engine().get(),
            to.layout().data(),
            OneDnn.engine().get(),
            attributes.get()));
    Reference.reachabilityFence(attributes);
    primitive_desc_base description = new primitive_desc_base(found);
    primitive code = new primitive(description.get());
    long scratch = KernelScratch.bytes(description.get());
    Reference.reachabilityFence(description);
    return new NativeKernel(
        code, NativeKernel.arguments(dnnl.DNNL_ARG_FROM, from, dnnl.DNNL_ARG_TO, to), scratch);
  }

  /** The sum of two blocks of one layout; the result may be one of them. */
  public static NativeKernel sum(Block a, Block b, Block result) {
    return binary(dnnl.dnnl_binary_add, a, b, result);
  }

  /** The product, value by value, of two blocks of one layout; the result may be one of them. */
  public static NativeKernel product(Block a, Block b, Block result) {
    return binary(dnnl.dnnl_binary_mul, a, b, result);
  }

  private static NativeKernel binary(int algorithm, Block a, Block b, Block result) {
    dnnl_binary_desc_t operation = new dnnl_binary_desc_t();
    NativeKernel.check(
        dnnl.dnnl_binary_desc_init(
            operation, algorithm, a.layout().data(), b.layout().data(), result.layout().data()));
    return Recipe.of(operation, null)
        .kernel(dnnl.DNNL_ARG_SRC_0, a, dnnl.DNNL_ARG_SRC_1, b, dnnl.DNNL_ARG_DST, result);
  }

  /** Makes four pixels of each. */
  public static NativeKernel enlarge(Block x, Block y) {
    dnnl_resampling_desc_t operation = new dnnl_resampling_desc_t();
    NativeKernel.check(
        dnnl.dnnl_resampling_forward_desc_init(
            operation,
            dnnl.dnnl_forward_training,
            dnnl.dnnl_resampling_nearest,
            new float[] {2, 2},
            x.layout().data(),
            y.layout().data()));
    return Recipe.of(operation, null).kernel(dnnl.DNNL_ARG_SRC, x, dnnl.DNNL_ARG_DST, y);
  }

  /** Makes the sum of each four pixels one: four times their mean. */
  public static NativeKernel gather(Block dy, Block dx) {
    dnnl_pooling_desc_t operation = new dnnl_pooling_desc_t();
    long[] two = {2, 2};
    long[] none = {0, 0};
    NativeKernel.check(
        dnnl.dnnl_pooling_forward_desc_init(
            operation,
            dnnl.dnnl_forward_inference,
            dnnl.dnnl_pooling_avg_exclude_padding,
            dy.layout().data(),
            dx.layout().data(),
            two,
            two,
            none,
            none));
    post_ops after = new post_ops();
    after.append_eltwise(1, dnnl.dnnl_eltwise_linear, 4, 0);
    primitive_attr attributes = new primitive_attr();
    attributes.set_post_ops(after);
    Recipe recipe = Recipe.find(operation, attributes, null);
    if (recipe == null || recipe.isSlow()) {
      throw new NoKernelException("no fast kernel of oneDNN for making images smaller");
    }
    return recipe.kernel(dnnl.DNNL_ARG_SRC, dy, dnnl.DNNL_ARG_DST, dx);
  }
}
