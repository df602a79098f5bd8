package org.pentimento.engine.blocked;

import java.nio.FloatBuffer;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.layer.norm.BatchNormLayer;
import org.pentimento.engine.layer.norm.GroupedNorm;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;

/** A batch norm with its nonlinearity. */
final class NormPart implements VertexPasses {
  private final Value input;
  private final Value output;
  private final Block seen;
  private final GroupedNorm norm;

  NormPart(BatchNormLayer layer, boolean training, Value input, Tape tape, Memory memory) {
    this.input = input;
    long[] sizes = input.block().layout().sizes();
    this.seen = input.as(BlockLayout.sixteens(sizes), tape, memory);
    this.norm =
        new GroupedNorm(layer, Math.toIntExact(sizes[0]), Math.toIntExact(sizes[2] * sizes[3]));
    Block y = memory.keep(seen.layout());
    FloatBuffer from = seen.floats();
    FloatBuffer to = y.floats();
    tape.add(Purpose.ALL, () -> norm.forward(from, to, training));
    output = new Value(y, false);
  }

  @Override
  public Value output() {
    return output;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block gradient = output.gradient(seen.layout(), tape, memory);
    FloatBuffer x = seen.floats();
    FloatBuffer values = gradient.floats();
    tape.add(Purpose.ALL, () -> norm.backward(x, values));
    tape.add(Purpose.PARAMETERS, norm::keepGradients);
    input.addGradient(gradient);
  }
}
