package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Kernels;
import org.pentimento.engine.onednn.Layout;

/** The sum of two values. */
final class AdditionPart implements Part {
  private final Value first;
  private final Value second;
  private final Value output;

  AdditionPart(Value first, Value second, Tape tape, Memory memory) {
    this.first = first;
    this.second = second;
    Layout layout = first.block().layout();
    Block sum = memory.keep(layout);
    tape.add(Purpose.ALL, Kernels.sum(first.block(), second.as(layout, tape, memory), sum));
    output = new Value(sum, false);
  }

  Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(output.block().layout(), tape, memory);
    Block other = memory.lend(dy.layout());
    tape.add(Purpose.ALL, Kernels.copy(dy, other));
    first.addGradient(dy);
    second.addGradient(other);
  }
}
