package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Kernels;
import org.pentimento.engine.onednn.Layout;

/** Four pixels made of each. */
final class UpsamplingPart implements Part {
  private final Value input;
  private final Value output;

  UpsamplingPart(Value input, Tape tape, Memory memory) {
    this.input = input;
    long[] x = input.block().layout().sizes();
    Block y = memory.keep(Layout.sixteens(x[0], x[1], 2 * x[2], 2 * x[3]));
    Block from = input.as(Layout.sixteens(x), tape, memory);
    tape.add(Purpose.ALL, Kernels.enlarge(from, y));
    output = new Value(y, false);
  }

  Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(output.block().layout(), tape, memory);
    Block dx = memory.lend(Layout.sixteens(input.block().layout().sizes()));
    tape.add(Purpose.ALL, Kernels.gather(dy, dx));
    memory.giveBack(dy);
    input.addGradient(dx);
  }
}
