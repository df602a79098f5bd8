package org.pentimento.engine.blocked.convolution;

import org.pentimento.engine.blocked.tape.Lent;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.ConvolutionLayer;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.ConvolutionShape;
import org.pentimento.engine.onednn.ConvolutionShape.Sizes;
import org.pentimento.engine.onednn.Convolving;
import org.pentimento.engine.onednn.PointwiseCurve;
import org.pentimento.engine.onednn.WeightlessKernels;

/**
 * A convolution with so few outputs that most of a kernel's sixteen would be computed in vain.
 * First comes what each pixel gives to each place that sees it, by a 1x1 convolution with an output
 * for each place of the window, and then the sums over what a place gets.
 */
public final class FewOutputsPart implements VertexPasses {
  private final ConvolutionLayer layer;
  private final Convolution convolution;
  private final Value input;
  private final Value output;
  private final PointwiseCurve curve;
  private final Mirroring mirroring;
  private final Convolving convolving;
  private final Block seen;
  private final WindowSums sums;
  private final BlockLayout gifts;

  /** Whether it takes less than half of what the kernels of such a convolution take. */
  public static boolean suits(Convolution convolution) {
    long area = (long) convolution.window().size() * convolution.window().size();
    return !convolution.isTransposed()
        && convolution.window().stride() == 1
        && convolution.getNIn() >= BlockLayout.GROUP
        && 2 * BlockLayout.inGroups(convolution.getNOut() * area) <= BlockLayout.GROUP * area;
  }

  /** Lays out the forward pass. */
  public FewOutputsPart(ConvolutionLayer layer, Value input, Tape tape, Memory memory) {
    this.layer = layer;
    this.convolution = layer.layerConf();
    this.input = input;
    this.curve = Curves.of(convolution.nonlinearity());
    this.mirroring = new Mirroring(convolution.margin());
    long[] x = input.block().layout().sizes();
    int margin = convolution.margin();
    int k = convolution.window().size();
    int outputs = Math.toIntExact(convolution.getNOut());
    Sizes in = new Sizes(x[0], x[1], x[2] + 2L * margin, x[3] + 2L * margin);
    Sizes given = new Sizes(x[0], (long) outputs * k * k, in.height(), in.width());
    this.convolving =
        Convolving.of(
            new ConvolutionShape(false, in, given, 1, 1, 0, 0, false), PointwiseCurve.NONE);
    this.gifts = BlockLayout.sixteens(given.array());
    this.seen = mirroring.widen(input, convolving.layouts().input(), tape, memory);
    Block gift = memory.keep(convolving.layouts().output());
    tape.add(
        Purpose.ALL,
        convolving.kernel(seen, weights(convolving.layouts().weights(), tape, memory), null, gift));
    Block y =
        memory.keep(
            BlockLayout.planes(
                x[0], outputs, convolution.outputSide(x[2]), convolution.outputSide(x[3])));
    this.sums = new WindowSums(k, convolution.paddingBefore());
    Block ordered = new Value(gift, false).as(gifts, tape, memory);
    tape.add(
        Purpose.ALL,
        sums.gathering(
            ordered,
            y,
            convolution.hasBias() ? layer.bias().data().asNioFloat() : null,
            convolution.hasBias() ? Math.toIntExact(layer.bias().data().offset()) : 0));
    if (curve != PointwiseCurve.NONE) {
      tape.add(Purpose.ALL, curve.inPlace(y));
    }
    output = new Value(y, false);
  }

  @Override
  public Value output() {
    return output;
  }

  /** The layer's weights or the gradient for them: place of the window, output, input. */
  private BlockLayout ownLayout() {
    long k = convolution.window().size();
    long in = convolution.getNIn();
    long out = convolution.getNOut();
    return BlockLayout.strided(new long[] {k * k, out, in}, new long[] {in * out, 1, out});
  }

  /** Room for them, row-major: seen as place, output, input. */
  private BlockLayout byPlace() {
    long k = convolution.window().size();
    long in = convolution.getNIn();
    long out = convolution.getNOut();
    return BlockLayout.strided(new long[] {k * k, out, in}, new long[] {in * out, in, 1});
  }

  /** The same room as weights of the 1x1 convolution. */
  private BlockLayout asWeights() {
    long k = convolution.window().size();
    long in = convolution.getNIn();
    long out = convolution.getNOut() * k * k;
    return BlockLayout.strided(new long[] {out, in, 1, 1}, new long[] {in, 1, 1, 1});
  }

  private Block weights(BlockLayout layout, Tape tape, Memory memory) {
    Block room = memory.keep(byPlace());
    Block copy = memory.keep(layout);
    tape.add(
        Purpose.WEIGHTS,
        WeightlessKernels.copy(NativeViews.over(ownLayout(), layer.weight()), room));
    tape.add(Purpose.WEIGHTS, WeightlessKernels.copy(room.as(asWeights()), copy));
    return copy;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    Block dy = output.gradient(output.block().layout(), tape, memory);
    if (curve != PointwiseCurve.NONE) {
      tape.add(Purpose.ALL, curve.backward(output.block(), dy, dy));
    }
    if (convolution.hasBias()) {
      tape.add(Purpose.PARAMETERS, sums.biasGradient(dy, layer.biasGradient()));
    }
    Block gift = memory.lend(gifts);
    tape.add(Purpose.ALL, sums.spreading(dy, gift));
    memory.giveBack(dy);
    addWeights(gift, tape, memory);
    DataPass.add(
        convolving, input, mirroring, gift, wanted -> weights(wanted, tape, memory), tape, memory);
    memory.giveBack(gift);
  }

  private void addWeights(Block gift, Tape tape, Memory memory) {
    Convolving.Weights recipe = convolving.weights();
    Convolving.Layouts layouts = recipe.layouts();
    Lent x = Lent.copy(seen, layouts.input(), Purpose.PARAMETERS, tape, memory);
    Lent dz = Lent.copy(gift, layouts.output(), Purpose.PARAMETERS, tape, memory);
    Block dw = memory.lend(layouts.weights());
    Block room = memory.lend(byPlace());
    tape.add(Purpose.PARAMETERS, recipe.kernel(x.block(), dz.block(), dw, null));
    tape.add(Purpose.PARAMETERS, WeightlessKernels.copy(dw, room.as(asWeights())));
    tape.add(
        Purpose.PARAMETERS,
        WeightlessKernels.copy(room, NativeViews.over(ownLayout(), layer.weightGradient())));
    memory.giveBack(room);
    memory.giveBack(dw);
    x.giveBack(memory);
    dz.giveBack(memory);
  }
}
