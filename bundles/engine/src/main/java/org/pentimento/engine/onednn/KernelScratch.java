package org.pentimento.engine.onednn;

import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Memory that a kernel needs for itself while it runs. Left to itself, oneDNN takes it from an area
 * of the thread that made the kernel, and a kernel that another thread runs writes where there is
 * none. So each thread has an area here, which grows to what its kernels need.
 */
final class KernelScratch implements AutoCloseable {
  private static final int ALIGNMENT = 4096;

  private static final ThreadLocal<Area> AREAS = ThreadLocal.withInitial(Area::new);

  private final long bytes;
  private final memory handle;

  /** The area of one thread; it is freed when the thread is forgotten. */
  private static final class Area {
    private long bytes;
    private @Nullable BytePointer owned;
    private Pointer start = new Pointer();

    Pointer of(long wanted) {
      if (wanted > bytes) {
        if (owned != null) {
          owned.close();
        }
        BytePointer larger = new BytePointer(wanted + ALIGNMENT);
        owned = larger;
        bytes = wanted;
        start = new Pointer(larger).position(-larger.address() & (ALIGNMENT - 1));
      }
      return start;
    }
  }

  /**
   * KernelScratch memory of one kernel.
   *
   * @param bytes above 0
   */
  KernelScratch(long bytes) {
    this.bytes = bytes;
    dnnl_memory made = new dnnl_memory();
    dnnl_memory_desc_t layout = new dnnl_memory_desc_t();
    NativeKernel.check(
        dnnl.dnnl_memory_desc_init_by_tag(
            layout, 1, new long[] {bytes}, dnnl.dnnl_u8, dnnl.dnnl_x));
    NativeKernel.check(
        dnnl.dnnl_memory_create(made, layout, OneDnn.engine().get(), AREAS.get().of(bytes)));
    handle = new memory(made);
  }

  /** Attributes by which a kernel takes its memory from here, beside others. */
  static primitive_attr ofOurs(@Nullable primitive_attr others) {
    primitive_attr attributes = others == null ? new primitive_attr() : others;
    NativeKernel.check(
        dnnl.dnnl_primitive_attr_set_scratchpad_mode(
            attributes.get(), dnnl.dnnl_scratchpad_mode_user));
    return attributes;
  }

  /** Bytes that a kernel needs. */
  static long bytes(dnnl_primitive_desc kernel) {
    return dnnl.dnnl_memory_desc_get_size(
        dnnl.dnnl_primitive_desc_query_md(kernel, dnnl.dnnl_query_scratchpad_md, 0));
  }

  dnnl_memory handle() {
    return handle.get();
  }

  /** Makes the area of the thread that runs the kernel its memory. */
  void use() {
    NativeKernel.check(dnnl.dnnl_memory_set_data_handle(handle.get(), AREAS.get().of(bytes)));
  }

  @Override
  public void close() {
    handle.close();
  }
}
