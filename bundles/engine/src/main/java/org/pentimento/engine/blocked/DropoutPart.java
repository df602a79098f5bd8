package org.pentimento.engine.blocked;

import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.layer.weightless.MaskedDropoutLayer;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Kernels;
import org.pentimento.engine.onednn.Layout;

/** Values of which some are dropped while training. */
final class DropoutPart implements Part {
  private final Value input;
  private final Value output;
  private final Block mask;

  DropoutPart(MaskedDropoutLayer layer, Value input, Tape tape, Memory memory) {
    this.input = input;
    Layout layout = input.block().layout();
    Block drawn = memory.keep(Layout.pixels(layout.sizes()));
    mask = memory.keep(layout);
    Block kept = memory.keep(layout);
    tape.add(Purpose.ALL, () -> drawn.floats().put(0, layer.mask(drawn.count())));
    tape.add(Purpose.ALL, Kernels.copy(drawn, mask));
    tape.add(Purpose.ALL, Kernels.product(input.block(), mask, kept));
    output = new Value(kept, false);
  }

  Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(mask.layout(), tape, memory);
    tape.add(Purpose.ALL, Kernels.product(dy, mask, dy));
    input.addGradient(dy);
  }
}
