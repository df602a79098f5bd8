package org.pentimento.engine.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/** Native memory in a layout. */
public final class Block implements AutoCloseable {
  /** Bytes of a line of the processor's cache, which some kernels write as a whole. */
  public static final int ALIGNMENT = 64;

  private final BlockLayout layout;
  private final Pointer start;
  private final Pointer owned;
  private final memory handle;
  private final long capacity;

  private Block(BlockLayout layout, Pointer start, Pointer owned, long capacity) {
    this.capacity = capacity;
    this.layout = layout;
    this.start = start;
    this.owned = owned;
    this.handle = handle(layout, start);
  }

  private static memory handle(BlockLayout layout, Pointer start) {
    dnnl_memory made = new dnnl_memory();
    NativeKernel.check(dnnl.dnnl_memory_create(made, layout.data(), OneDnn.engine().get(), start));
    return new memory(made);
  }

  /** Memory of its own, filled with zeros. */
  public static Block of(BlockLayout layout) {
    BytePointer owned = new BytePointer(layout.bytes() + ALIGNMENT);
    Pointer.memset(owned, 0, layout.bytes() + ALIGNMENT);
    long shift = -owned.address() & (ALIGNMENT - 1);
    return new Block(layout, at(owned, shift), owned, layout.bytes());
  }

  /**
   * Memory of somebody else, who keeps it longer than this block.
   *
   * @param first float of it that counts
   */
  public static Block over(BlockLayout layout, Pointer memory, long first) {
    Pointer start = at(memory, first * Float.BYTES);
    return new Block(layout, start, start, layout.bytes());
  }

  /** The memory of this block in another layout that takes no more of it. */
  public Block as(BlockLayout other) {
    return new Block(other, start, start, capacity);
  }

  private static Pointer at(Pointer memory, long bytes) {
    // A pointer of its own that owns nothing.
    return new Pointer() {
      {
        address = memory.address() + bytes;
      }
    };
  }

  /** Bytes of memory, whatever the layout takes of them. */
  public long capacity() {
    return capacity;
  }

  /** Number of values, without what a layout fills up. */
  public int count() {
    long count = 1;
    for (long size : layout.sizes()) {
      count *= size;
    }
    return Math.toIntExact(count);
  }

  /** How the values lie. */
  public BlockLayout layout() {
    return layout;
  }

  /** Whether its memory begins where any kernel can write it. */
  public boolean isAligned() {
    return start.address() % ALIGNMENT == 0;
  }

  /** The memory as it lies, for reading and writing. */
  public FloatBuffer floats() {
    FloatPointer floats = new FloatPointer(start);
    floats.capacity(layout.bytes() / Float.BYTES);
    return floats.asBuffer();
  }

  memory handle() {
    return handle;
  }

  @Override
  public void close() {
    handle.close();
    if (owned != start) {
      owned.close();
    }
  }
}
