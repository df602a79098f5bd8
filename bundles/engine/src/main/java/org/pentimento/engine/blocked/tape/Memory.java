package org.pentimento.engine.blocked.tape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;

/**
 * The blocks of one network. What is lent is given back while the passes are laid out, so that
 * steps that never need memory at the same time share it.
 */
public final class Memory implements AutoCloseable {
  private final List<Block> all = new ArrayList<>();
  private final List<Block> free = new ArrayList<>();

  /** A block that is kept. */
  public Block keep(BlockLayout layout) {
    Block block = Block.of(layout);
    all.add(block);
    return block;
  }

  /** A block until it is given back; of undefined content. */
  public Block lend(BlockLayout layout) {
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
  public void giveBack(Block block) {
    free.add(block);
  }

  @Override
  public void close() {
    all.forEach(Block::close);
    all.clear();
    free.clear();
  }
}
