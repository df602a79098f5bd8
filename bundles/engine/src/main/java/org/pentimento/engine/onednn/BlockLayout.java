package org.pentimento.engine.onednn;

import java.util.Arrays;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an array of 32-bit floats lie in memory. Dimensions are always named in the
 * order of PyTorch: batch, channels, height, width; of weights: outputs, inputs, height, width.
 */
public final class BlockLayout {
  /** Kernels take channels in groups of so many. */
  public static final int GROUP = 16;

  /** In memory of its own, which native calls that get it keep from being freed. */
  private final dnnl_memory_desc_t data;

  private BlockLayout(dnnl_memory_desc_t data) {
    this.data = data;
  }

  /** A layout that a kernel tells of, which belongs to the kernel. */
  static BlockLayout copyOf(dnnl_memory_desc_t told) {
    dnnl_memory_desc_t data = new dnnl_memory_desc_t();
    Pointer.memcpy(data, told, data.sizeof());
    return new BlockLayout(data);
  }

  /** Whatever layout a kernel likes best. */
  public static BlockLayout any(long... sizes) {
    return tagged(dnnl.dnnl_format_tag_any, sizes);
  }

  /** Images with the channels of a pixel side by side. */
  public static BlockLayout pixels(long... sizes) {
    return tagged(dnnl.dnnl_nhwc, sizes);
  }

  /** Images plane by plane. */
  public static BlockLayout planes(long... sizes) {
    return tagged(dnnl.dnnl_nchw, sizes);
  }

  /** Channels filled up to whole groups. */
  public static long inGroups(long channels) {
    return (channels + GROUP - 1) / GROUP * GROUP;
  }

  /** Row-major. */
  public static BlockLayout vector(long size) {
    return tagged(dnnl.dnnl_a, size);
  }

  /** Images with channels in groups of sixteen, the last group filled up with zeros. */
  public static BlockLayout sixteens(long... sizes) {
    return tagged(dnnl.dnnl_nChw16c, sizes);
  }

  private static BlockLayout tagged(int tag, long... sizes) {
    dnnl_memory_desc_t data = new dnnl_memory_desc_t();
    NativeKernel.check(
        dnnl.dnnl_memory_desc_init_by_tag(data, sizes.length, sizes, dnnl.dnnl_f32, tag));
    return new BlockLayout(data);
  }

  /** A value every so many floats in each dimension. */
  public static BlockLayout strided(long[] sizes, long[] strides) {
    dnnl_memory_desc_t data = new dnnl_memory_desc_t();
    NativeKernel.check(
        dnnl.dnnl_memory_desc_init_by_strides(data, sizes.length, sizes, dnnl.dnnl_f32, strides));
    return new BlockLayout(data);
  }

  /**
   * Some of the channels of images in this layout.
   *
   * @return null if they do not begin and end where groups of channels do
   */
  public @Nullable BlockLayout channels(long from, long count) {
    long[] sizes = sizes();
    sizes[1] = count;
    dnnl_memory_desc_t part = new dnnl_memory_desc_t();
    int status =
        dnnl.dnnl_memory_desc_init_submemory(part, data, sizes, new long[] {0, from, 0, 0});
    return status == dnnl.dnnl_success ? new BlockLayout(part) : null;
  }

  /** This layout with smaller sizes, what is left over being filled up with zeros. */
  BlockLayout trimmed(long... sizes) {
    BlockLayout trimmed = copyOf(data);
    trimmed.data.dims().put(sizes, 0, sizes.length);
    return trimmed;
  }

  /** Sizes of the dimensions. */
  public long[] sizes() {
    long[] sizes = new long[data.ndims()];
    data.dims().get(sizes, 0, sizes.length);
    return sizes;
  }

  /** Memory that it takes. */
  public long bytes() {
    return dnnl.dnnl_memory_desc_get_size(data);
  }

  dnnl_memory_desc_t data() {
    return data;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BlockLayout that && dnnl.dnnl_memory_desc_equal(data, that.data) != 0;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes());
  }

  @Override
  public String toString() {
    return Arrays.toString(sizes());
  }
}
