package org.pentimento.engine.blocked;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Layout;

/**
 * The blocks of one network. What is lent is given back while the passes are laid out, so that
 * steps that never need memory at the same time share it.
 */
final class Memory implements AutoCloseable {
  private final List<Block> all = new ArrayList<>();
  private final List<Block> free = new ArrayList<>();

  /** A block that is kept. */
  Block keep(Layout layout) {
    Block block = Block.of(layout);
    all.add(block);
    return block;
  }

  /** A block until it is given back; of undefined content. */
  Block lend(Layout layout) {
    Block fitting =
        free.stream()
            .filter(block -> block.capacity() >= layout.bytes())
            .min(Comparator.comparingLong(Block::capacity))
            .orElse(null);
    if (fitting == null) {
      return keep(layout);
    }
    free.remove(fitting);
    Block block = fitting.as(layout);
    all.add(block);
    return block;
  }

  /** Gives a block back. */
  void giveBack(Block block) {
    free.add(block);
  }

  @Override
  public void close() {
    all.forEach(Block::close);
    all.clear();
    free.clear();
  }
}
