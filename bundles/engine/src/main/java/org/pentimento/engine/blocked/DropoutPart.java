package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.layer.weightless.MaskedDropoutLayer;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/** Values of which some are dropped while training. */
final class DropoutPart implements VertexPasses {
  private final Value input;
  private final Value output;
  private final Block mask;

  DropoutPart(MaskedDropoutLayer layer, Value input, Tape tape, Memory memory) {
    this.input = input;
    BlockLayout layout = input.block().layout();
    Block drawn = memory.keep(BlockLayout.pixels(layout.sizes()));
    mask = memory.keep(layout);
    Block kept = memory.keep(layout);
    tape.add(Purpose.ALL, () -> drawn.floats().put(0, layer.mask(drawn.count())));
    tape.add(Purpose.ALL, WeightlessKernels.copy(drawn, mask));
    tape.add(Purpose.ALL, WeightlessKernels.product(input.block(), mask, kept));
    output = new Value(kept, false);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(mask.layout(), tape, memory);
    tape.add(Purpose.ALL, WeightlessKernels.product(dy, mask, dy));
    input.addGradient(dy);
  }
}
