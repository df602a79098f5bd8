package org.pentimento.engine.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive;
import org.jspecify.annotations.Nullable;

/** A piece of machine code with the blocks that it works on. */
public final class NativeKernel implements Runnable, AutoCloseable {
  private final primitive primitive;
  private final dnnl_primitive code;
  private final dnnl_stream stream;
  private final dnnl_exec_arg_t arguments;
  private final int count;
  private final @Nullable KernelScratch scratch;

  /** Kept, so that their native halves live as long as this kernel. */
  private final List<Argument> blocks;

  /** What a block is to a kernel. */
  record Argument(int role, Block block) {}

  /**
   * A kernel.
   *
   * @param scratch bytes of memory that it needs for itself while it runs
   */
  NativeKernel(primitive primitive, List<Argument> blocks, long scratch) {
    this.primitive = primitive;
    this.code = primitive.get();
    this.stream = OneDnn.stream().get();
    this.blocks = List.copyOf(blocks);
    this.scratch = scratch == 0 ? null : new KernelScratch(scratch);
    this.count = blocks.size() + (this.scratch == null ? 0 : 1);
    this.arguments = new dnnl_exec_arg_t(count);
    for (int i = 0; i < blocks.size(); i++) {
      arguments.position(i).arg(blocks.get(i).role()).memory(blocks.get(i).block().handle().get());
    }
    if (this.scratch != null) {
      arguments.position(blocks.size()).arg(dnnl.DNNL_ARG_SCRATCHPAD).memory(this.scratch.handle());
    }
    arguments.position(0);
  }

  static List<Argument> arguments(@Nullable Object... rolesAndBlocks) {
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < rolesAndBlocks.length; i += 2) {
      if (rolesAndBlocks[i + 1] == null) {
        continue; // such as the bias of a convolution without one
      }
      arguments.add(new Argument((Integer) rolesAndBlocks[i], (Block) rolesAndBlocks[i + 1]));
    }
    return arguments;
  }

  static void check(int status) {
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN gives status " + status);
    }
  }

  @Override
  public void run() {
    if (scratch != null) {
      scratch.use();
    }
    check(dnnl.dnnl_primitive_execute(code, stream, count, arguments));
  }

  @Override
  public void close() {
    arguments.close();
    primitive.close();
    if (scratch != null) {
      scratch.close();
    }
  }
}
