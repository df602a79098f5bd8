package org.pentimento.engine.onednn;

import java.lang.ref.Reference;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc_base;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** What oneDNN would run for an operation: the code's name, and the layouts that it likes. */
final class Recipe {
  private final primitive_desc_base description;

  private Recipe(dnnl_primitive_desc found) {
    this.description = new primitive_desc_base(found);
  }

  /**
   * The first that oneDNN offers for an operation.
   *
   * @param hint of the forward operation, for a backward one
   * @return null if there is none
   */
  static @Nullable Recipe find(
      Pointer operation, @Nullable primitive_attr attributes, @Nullable Recipe hint) {
    dnnl_primitive_desc found = new dnnl_primitive_desc();
    primitive_attr all = KernelScratch.ofOurs(attributes);
    int status =
        dnnl.dnnl_primitive_desc_create(
            found,
            new const_dnnl_op_desc_t(operation),
            all.get(),
            OneDnn.engine().get(),
            hint == null ? null : hint.description.get());
    // What native calls get of them does not keep them.
    Reference.reachabilityFence(all);
    Reference.reachabilityFence(hint);
    return status == dnnl.dnnl_success ? new Recipe(found) : null;
  }

  /** The first that oneDNN offers for an operation; its name tells whether the code is fast. */
  static Recipe of(Pointer operation, @Nullable Recipe hint) {
    Recipe found = find(operation, null, hint);
    if (found == null) {
      throw new NoKernelException("no kernel of oneDNN for an operation");
    }
    return found;
  }

  /** Name of the code, such as {@code jit_wino_4x3:avx512_core}. */
  String name() {
    return description.impl_info_str().getString();
  }

  /** Whether the code is the plain one that serves as a reference, and slow. */
  boolean isSlow() {
    return name().startsWith("ref");
  }

  /** Memory that the code takes for itself while it runs. */
  long scratch() {
    long bytes = KernelScratch.bytes(description.get());
    Reference.reachabilityFence(this);
    return bytes;
  }

  /** The layout of one of its arrays. */
  BlockLayout layout(int query) {
    BlockLayout layout =
        BlockLayout.copyOf(dnnl.dnnl_primitive_desc_query_md(description.get(), query, 0));
    Reference.reachabilityFence(this);
    return layout;
  }

  /** The kernel, from what the blocks are to it and the blocks by turns. */
  NativeKernel kernel(@Nullable Object... rolesAndBlocks) {
    primitive code = new primitive(description.get());
    Reference.reachabilityFence(this);
    return new NativeKernel(code, NativeKernel.arguments(rolesAndBlocks), scratch());
  }
}
