package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Kernels;
import org.pentimento.engine.onednn.Layout;

/**
 * A block in the layout that a kernel wants.
 *
 * @param isCopy whether it is to be given back
 */
record Lent(Block block, boolean isCopy) {
  /** The block itself if its layout is the wanted one, or a copy for the next steps. */
  static Lent copy(Block block, Layout layout, Purpose purpose, Tape tape, Memory memory) {
    if (block.layout().equals(layout)) {
      return new Lent(block, false);
    }
    Block copy = memory.lend(layout);
    tape.add(purpose, Kernels.copy(block, copy));
    return new Lent(copy, true);
  }

  void giveBack(Memory memory) {
    if (isCopy) {
      memory.giveBack(block);
    }
  }
}
