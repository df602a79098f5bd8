package org.pentimento.engine.blocked.tape;

import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/**
 * A block in the layout that a kernel wants.
 *
 * @param isCopy whether it is to be given back
 */
public record Lent(Block block, boolean isCopy) {
  /** The block itself if its layout is the wanted one, or a copy for the next steps. */
  public static Lent copy(
      Block block, BlockLayout layout, Purpose purpose, Tape tape, Memory memory) {
    if (block.layout().equals(layout)) {
      return new Lent(block, false);
    }
    Block copy = memory.lend(layout);
    tape.add(purpose, WeightlessKernels.copy(block, copy));
    return new Lent(copy, true);
  }

  /** Gives the block back if it is a copy. */
  public void giveBack(Memory memory) {
    if (isCopy) {
      memory.giveBack(block);
    }
  }
}
