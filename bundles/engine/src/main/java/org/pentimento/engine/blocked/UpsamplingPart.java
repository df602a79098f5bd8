package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/** Four pixels made of each. */
final class UpsamplingPart implements VertexPasses {
  private final Value input;
  private final Value output;

  UpsamplingPart(Value input, Tape tape, Memory memory) {
    this.input = input;
    long[] x = input.block().layout().sizes();
    Block y = memory.keep(BlockLayout.sixteens(x[0], x[1], 2 * x[2], 2 * x[3]));
    Block from = input.as(BlockLayout.sixteens(x), tape, memory);
    tape.add(Purpose.ALL, WeightlessKernels.enlarge(from, y));
    output = new Value(y, false);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(output.block().layout(), tape, memory);
    Block dx = memory.lend(BlockLayout.sixteens(input.block().layout().sizes()));
    tape.add(Purpose.ALL, WeightlessKernels.gather(dy, dx));
    memory.giveBack(dy);
    input.addGradient(dx);
  }
}
