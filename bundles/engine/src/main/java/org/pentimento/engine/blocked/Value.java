package org.pentimento.engine.blocked;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Kernels;
import org.pentimento.engine.onednn.Layout;

/** What a vertex of the network gives, and the gradient for it. */
final class Value {
  private final Block block;
  private final List<Block> copies = new ArrayList<>();
  private final List<Block> gradients = new ArrayList<>();
  private final boolean isInput;

  Value(Block block, boolean isInput) {
    this.block = block;
    this.isInput = isInput;
  }

  /** The values in the layout that their maker likes. */
  Block block() {
    return block;
  }

  /** Whether these are the network's input, whose gradient is not always wanted. */
  boolean isInput() {
    return isInput;
  }

  /** What steps are for that compute the gradient for these values. */
  Purpose gradientPurpose() {
    return isInput ? Purpose.INPUT : Purpose.ALL;
  }

  /** The values in another layout. */
  Block as(Layout layout, Tape tape, Memory memory) {
    if (layout.equals(block.layout())) {
      return block;
    }
    for (Block copy : copies) {
      if (copy.layout().equals(layout)) {
        return copy;
      }
    }
    Block copy = memory.keep(layout);
    copies.add(copy);
    tape.add(Purpose.ALL, Kernels.copy(block, copy));
    return copy;
  }

  /** Adds a part of the gradient, a block that is lent; parts are summed up. */
  void addGradient(Block part) {
    gradients.add(part);
  }

  /** Whether anything that counts depends on the values. */
  boolean hasGradient() {
    return !gradients.isEmpty();
  }

  /**
   * The whole gradient in a layout, in a block that is to be given back.
   *
   * @param layout null for any
   */
  Block gradient(@Nullable Layout layout, Tape tape, Memory memory) {
    Layout wanted = layout == null ? gradients.get(0).layout() : layout;
    Block sum = inLayout(gradients.get(0), wanted, tape, memory);
    for (Block part : gradients.subList(1, gradients.size())) {
      Block other = inLayout(part, wanted, tape, memory);
      tape.add(gradientPurpose(), Kernels.sum(sum, other, sum));
      memory.giveBack(other);
    }
    gradients.clear();
    return sum;
  }

  private Block inLayout(Block part, Layout wanted, Tape tape, Memory memory) {
    if (part.layout().equals(wanted)) {
      return part;
    }
    Block copy = memory.lend(wanted);
    tape.add(gradientPurpose(), Kernels.copy(part, copy));
    memory.giveBack(part);
    return copy;
  }
}
