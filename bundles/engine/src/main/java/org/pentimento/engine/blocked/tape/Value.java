package org.pentimento.engine.blocked.tape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/** What a vertex of the network gives, and the gradient for it. */
public final class Value {
  private final Block block;
  private final List<Block> copies = new ArrayList<>();
  private final List<Block> gradients = new ArrayList<>();
  private final boolean isInput;

  /** What is in a block; whether it is the network's input. */
  public Value(Block block, boolean isInput) {
    this.block = block;
    this.isInput = isInput;
  }

  /** The values in the layout that their maker likes. */
  public Block block() {
    return block;
  }

  /** Whether these are the network's input, whose gradient is not always wanted. */
  public boolean isInput() {
    return isInput;
  }

  /** What steps are for that compute the gradient for these values. */
  public Purpose gradientPurpose() {
    return isInput ? Purpose.INPUT : Purpose.ALL;
  }

  /** The values in another layout. */
  public Block as(BlockLayout layout, Tape tape, Memory memory) {
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
    tape.add(Purpose.ALL, WeightlessKernels.copy(block, copy));
    return copy;
  }

  /** Adds a part of the gradient, a block that is lent; parts are summed up. */
  public void addGradient(Block part) {
    gradients.add(part);
  }

  /**
   * The whole gradient in a layout, in a block that is to be given back.
   *
   * @param layout null for any
   */
  public Block gradient(@Nullable BlockLayout layout, Tape tape, Memory memory) {
    BlockLayout wanted = layout == null ? gradients.get(0).layout() : layout;
    Block sum = inLayout(gradients.get(0), wanted, tape, memory);
    for (Block part : gradients.subList(1, gradients.size())) {
      Block other = inLayout(part, wanted, tape, memory);
      tape.add(gradientPurpose(), WeightlessKernels.sum(sum, other, sum));
      memory.giveBack(other);
    }
    gradients.clear();
    return sum;
  }

  private Block inLayout(Block part, BlockLayout wanted, Tape tape, Memory memory) {
    if (part.layout().equals(wanted)) {
      return part;
    }
    Block copy = memory.lend(wanted);
    tape.add(gradientPurpose(), WeightlessKernels.copy(part, copy));
    memory.giveBack(part);
    return copy;
  }
}
