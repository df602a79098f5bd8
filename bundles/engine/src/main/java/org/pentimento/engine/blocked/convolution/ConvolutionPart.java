package org.pentimento.engine.blocked.convolution;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.blocked.tape.Lent;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.blocked.tape.VertexPasses;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.ConvolutionLayer;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.onednn.ConvolutionShape;
import org.pentimento.engine.onednn.ConvolutionShape.Sizes;
import org.pentimento.engine.onednn.Convolving;
import org.pentimento.engine.onednn.PointwiseCurve;
import org.pentimento.engine.onednn.WeightlessKernels;

/** A convolution with its bias and its nonlinearity. */
public final class ConvolutionPart implements VertexPasses {
  private final ConvolutionLayer layer;
  private final Convolution convolution;
  private final ConvolutionShape shape;
  private final PointwiseCurve curve;
  private final Convolving convolving;
  private final Value input;
  private final Value output;
  private final Mirroring mirroring;
  private final Block seen;

  /** How the weights lie while this is in use. */
  private final BlockLayout kept;

  /**
   * Lays out the forward pass.
   *
   * @param keeping whether weights are to lie as the kernels want them, where that takes no more
   *     room
   */
  public ConvolutionPart(
      ConvolutionLayer layer, boolean keeping, Value input, Tape tape, Memory memory) {
    this.layer = layer;
    this.convolution = layer.layerConf();
    this.input = input;
    this.curve = Curves.of(convolution.nonlinearity());
    this.mirroring = new Mirroring(convolution.margin());
    this.shape = shape(convolution, input);
    this.convolving = Convolving.of(shape, curve);
    Convolving.Layouts layouts = convolving.layouts();
    this.kept = keeping && isKept(layouts.weights()) ? layouts.weights() : plain();
    this.seen = mirroring.widen(input, layouts.input(), tape, memory);
    Block y = memory.keep(layouts.output());
    tape.add(
        Purpose.ALL,
        convolving.kernel(
            seen,
            weights(layouts.weights(), tape, memory),
            shape.bias() ? bias(layer.bias()) : null,
            y));
    if (curve != PointwiseCurve.NONE && !convolving.isFused()) {
      tape.add(Purpose.ALL, curve.inPlace(y));
    }
    output = new Value(y, false);
  }

  @Override
  public Value output() {
    return output;
  }

  private static ConvolutionShape shape(Convolution convolution, Value input) {
    long[] x = input.block().layout().sizes();
    long height = x[2];
    long width = x[3];
    Window window = convolution.window();
    int margin = convolution.margin();
    Sizes in = new Sizes(x[0], x[1], height + 2L * margin, width + 2L * margin);
    Sizes out =
        new Sizes(
            x[0],
            convolution.getNOut(),
            convolution.outputSide(height),
            convolution.outputSide(width));
    return new ConvolutionShape(
        convolution.isTransposed(),
        in,
        out,
        window.size(),
        window.stride(),
        convolution.paddingBefore(),
        convolution.paddingAfter(),
        convolution.hasBias());
  }

  /** Whether the kernels for weights and for their gradient can work where the layer keeps both. */
  private boolean isKept(BlockLayout weights) {
    return weights.bytes() == Float.BYTES * layer.weight().length()
        && NativeViews.over(weights, layer.weight()).isAligned()
        && NativeViews.over(weights, layer.weightGradient()).isAligned()
        && weights.equals(convolving.weights().layouts().weights());
  }

  /**
   * Where the weights lie in the vector of all parameters, if not as the layer keeps them.
   *
   * @param vector of which the layer's weights are a view
   */
  public Optional<WeightOrder.Place> place(INDArray vector) {
    long first = layer.weight().data().offset() - vector.data().offset();
    return kept.equals(plain())
        ? Optional.empty()
        : Optional.of(new WeightOrder.Place(first, plain(), kept));
  }

  /** How the layer keeps its weights and the gradient for them, as oneDNN sees it. */
  private BlockLayout plain() {
    long k = shape.size();
    long in = shape.input().channels();
    long out = shape.output().channels();
    long[] strides =
        shape.transposed()
            ? new long[] {in, 1, k * in * out, in * out}
            : new long[] {1, out, k * in * out, in * out};
    return BlockLayout.strided(new long[] {out, in, k, k}, strides);
  }

  /** The weights or the gradient for them in the layout that they are kept in. */
  private Block own(INDArray weights) {
    return NativeViews.over(kept, weights);
  }

  private Block bias(INDArray bias) {
    return NativeViews.over(BlockLayout.vector(shape.output().channels()), bias);
  }

  /** The weights in a layout, anew whenever they have changed. */
  private Block weights(BlockLayout layout, Tape tape, Memory memory) {
    if (layout.equals(kept)) {
      return own(layer.weight());
    }
    Block copy = memory.keep(layout);
    tape.add(Purpose.WEIGHTS, WeightlessKernels.copy(own(layer.weight()), copy));
    return copy;
  }

  @Override
  public void addBackward(Tape tape, Memory memory) {
    BlockLayout layout = output.block().layout();
    Block dy = output.gradient(curve == PointwiseCurve.NONE ? null : layout, tape, memory);
    if (curve != PointwiseCurve.NONE) {
      tape.add(Purpose.ALL, curve.backward(output.block(), dy, dy));
    }
    addWeights(dy, tape, memory);
    DataPass.add(
        convolving, input, mirroring, dy, wanted -> weights(wanted, tape, memory), tape, memory);
    memory.giveBack(dy);
  }

  private void addWeights(Block dy, Tape tape, Memory memory) {
    Convolving.Weights recipe = convolving.weights();
    Convolving.Layouts layouts = recipe.layouts();
    Block own = own(layer.weightGradient());
    Block dw = layouts.weights().equals(kept) ? own : memory.lend(layouts.weights());
    Lent x = Lent.copy(seen, layouts.input(), Purpose.PARAMETERS, tape, memory);
    Lent dz = Lent.copy(dy, layouts.output(), Purpose.PARAMETERS, tape, memory);
    tape.add(
        Purpose.PARAMETERS,
        recipe.kernel(x.block(), dz.block(), dw, shape.bias() ? bias(layer.biasGradient()) : null));
    if (dw != own) {
      tape.add(Purpose.PARAMETERS, WeightlessKernels.copy(dw, own));
      memory.giveBack(dw);
    }
    x.giveBack(memory);
    dz.giveBack(memory);
  }
}
