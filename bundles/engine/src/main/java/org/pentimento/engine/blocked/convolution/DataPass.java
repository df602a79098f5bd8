package org.pentimento.engine.blocked.convolution;

import java.util.function.Function;
import org.pentimento.engine.blocked.tape.Lent;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.Convolving;

/** The steps from the gradient for a convolution's output to the gradient for its input. */
final class DataPass {
  private DataPass() {}

  /**
   * Adds the steps.
   *
   * @param dy gradient for what the kernel gives
   * @param weights the weights in a layout
   */
  static void add(
      Convolving convolving,
      Value input,
      Mirroring mirroring,
      Block dy,
      Function<BlockLayout, Block> weights,
      Tape tape,
      Memory memory) {
    Purpose purpose = input.gradientPurpose();
    Convolving.Data recipe = convolving.data();
    Convolving.Layouts layouts = recipe.layouts();
    Block w = weights.apply(layouts.weights());
    Lent dz = Lent.copy(dy, layouts.output(), purpose, tape, memory);
    Block dx = memory.lend(layouts.input());
    tape.add(purpose, recipe.kernel(dz.block(), w, dx));
    dz.giveBack(memory);
    input.addGradient(mirroring.fold(dx, purpose, tape, memory));
  }
}
