package org.pentimento.engine.blocked;

import org.jspecify.annotations.Nullable;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/** The channels of one value behind those of another. */
final class ConcatenationPart implements VertexPasses {
  private final Value first;
  private final Value second;
  private final Value output;
  private final long channels;

  ConcatenationPart(Value first, Value second, Tape tape, Memory memory) {
    this.first = first;
    this.second = second;
    long[] sizes = first.block().layout().sizes();
    channels = sizes[1];
    long others = second.block().layout().sizes()[1];
    sizes[1] = channels + others;
    // Groups of sixteen where none would hold channels of both.
    BlockLayout layout =
        channels % BlockLayout.GROUP == 0 ? BlockLayout.sixteens(sizes) : BlockLayout.pixels(sizes);
    Block both = memory.keep(layout);
    tape.add(Purpose.ALL, WeightlessKernels.copy(first.block(), part(both, 0, channels)));
    tape.add(Purpose.ALL, WeightlessKernels.copy(second.block(), part(both, channels, others)));
    output = new Value(both, false);
  }

  @Override
  public Value output() {
    return output;
  }

  private static Block part(Block both, long from, long count) {
    @Nullable BlockLayout part = both.layout().channels(from, count);
    if (part == null) {
      throw new IllegalStateException("channels " + from + " of " + both.layout());
    }
    return both.as(part);
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block both = output.gradient(output.block().layout(), tape, memory);
    spread(both, 0, first, tape, memory);
    spread(both, channels, second, tape, memory);
    memory.giveBack(both);
  }

  private static void spread(Block both, long from, Value input, Tape tape, Memory memory) {
    BlockLayout layout = input.block().layout();
    Block dx = memory.lend(layout);
    tape.add(Purpose.ALL, WeightlessKernels.copy(part(both, from, layout.sizes()[1]), dx));
    input.addGradient(dx);
  }
}
