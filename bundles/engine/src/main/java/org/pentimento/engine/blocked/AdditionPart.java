package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.WeightlessKernels;

/** The sum of two values. */
final class AdditionPart implements VertexPasses {
  private final Value first;
  private final Value second;
  private final Value output;

  AdditionPart(Value first, Value second, Tape tape, Memory memory) {
    this.first = first;
    this.second = second;
    BlockLayout layout = first.block().layout();
    Block sum = memory.keep(layout);
    tape.add(
        Purpose.ALL, WeightlessKernels.sum(first.block(), second.as(layout, tape, memory), sum));
    output = new Value(sum, false);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(output.block().layout(), tape, memory);
    Block other = memory.lend(dy.layout());
    tape.add(Purpose.ALL, WeightlessKernels.copy(dy, other));
    first.addGradient(dy);
    second.addGradient(other);
  }
}
