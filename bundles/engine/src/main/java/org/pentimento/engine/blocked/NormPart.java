package org.pentimento.engine.blocked;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.blocked.Tape.Purpose;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.norm.BatchNormLayer;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.Curve;
import org.pentimento.engine.onednn.Layout;
import org.pentimento.engine.onednn.Norming;

/** A batch norm with its nonlinearity. */
final class NormPart implements Part {
  private final BatchNormLayer layer;
  private final Value input;
  private final Value output;
  private final Curve curve;
  private final Norming norming;
  private final int channels;
  private final Block scaleAndShift;
  private final Block mean;
  private final Block variance;

  NormPart(BatchNormLayer layer, boolean training, Value input, Tape tape, Memory memory) {
    this.layer = layer;
    this.input = input;
    Layout layout = input.block().layout();
    channels = Math.toIntExact(layout.sizes()[1]);
    curve = Curves.of(layer.layerConf().nonlinearity());
    norming = new Norming(layout, BatchNorm.EPSILON, training);
    scaleAndShift = memory.keep(Layout.rows(2, channels));
    mean = memory.keep(Layout.vector(channels));
    variance = memory.keep(Layout.vector(channels));
    Block y = memory.keep(layout);
    FloatBuffer both = scaleAndShift.floats();
    FloatBuffer m = mean.floats();
    FloatBuffer v = variance.floats();
    tape.add(
        Purpose.ALL,
        () -> {
          read(layer.gamma(), both, 0);
          read(layer.beta(), both, channels);
          if (!training) {
            m.put(0, layer.runningMean());
            v.put(0, layer.runningVariance());
          }
        });
    tape.add(Purpose.ALL, norming.forward(input.block(), scaleAndShift, mean, variance, y));
    if (training) {
      tape.add(Purpose.ALL, () -> layer.drift(floats(m), floats(v)));
    }
    if (curve != Curve.NONE) {
      tape.add(Purpose.ALL, curve.inPlace(y));
    }
    output = new Value(y, false);
  }

  Value output() {
    return output;
  }

  private void read(INDArray from, FloatBuffer to, int first) {
    FloatBuffer values = from.data().asNioFloat();
    to.put(first, values, Math.toIntExact(from.data().offset()), channels);
  }

  private float[] floats(FloatBuffer values) {
    float[] copy = new float[channels];
    values.get(0, copy);
    return copy;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Layout layout = output.block().layout();
    Block dy = output.gradient(layout, tape, memory);
    if (curve != Curve.NONE) {
      tape.add(Purpose.ALL, curve.backward(output.block(), dy, dy));
    }
    Block dx = memory.lend(layout);
    Block gradient = memory.keep(Layout.rows(2, channels));
    tape.add(
        Purpose.ALL,
        norming.backward(input.block(), scaleAndShift, mean, variance, dy, dx, gradient));
    FloatBuffer both = gradient.floats();
    tape.add(
        Purpose.PARAMETERS,
        () -> {
          write(both, 0, layer.gammaGradient());
          write(both, channels, layer.betaGradient());
        });
    memory.giveBack(dy);
    input.addGradient(dx);
  }

  private void write(FloatBuffer from, int first, INDArray to) {
    FloatBuffer values = to.data().asNioFloat();
    values.put(Math.toIntExact(to.data().offset()), from, first, channels);
  }
}
