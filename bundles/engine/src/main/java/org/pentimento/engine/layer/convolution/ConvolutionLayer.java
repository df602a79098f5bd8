package org.pentimento.engine.layer.convolution;

import static org.pentimento.engine.layer.array.NativeOps.arrays;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.pentimento.engine.layer.BackwardScope;
import org.pentimento.engine.layer.NamedTensors;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.Selective;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.NativeOps;
import org.pentimento.engine.layer.array.NonlinearityOps;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/** Runs a {@link Convolution}. As tensors its weights are [oC, iC, kH, kW], as in PyTorch. */
public final class ConvolutionLayer extends BaseLayer<Convolution>
    implements NamedTensors, Releasable, Selective {
  private static final long serialVersionUID = 1L;

  /** Up to this many weights for each place of the window, turning them takes negligible time. */
  private static final int WEIGHTS_PER_PLACE = 32;

  /**
   * Up to this many places of the window, products of patches are faster than the native conv2d.
   */
  private static final int FEW_PLACES = 64;

  /** From this many places on, the native conv2d_bp is faster than products of patches. */
  private static final int MANY_PLACES = 4096;

  private final transient Buffers buffers = new Buffers();
  private final transient PatchProducts patches = new PatchProducts(buffers);
  private final transient Mirror mirror = new Mirror(buffers);
  private transient BackwardScope scope = BackwardScope.ALL;
  private transient @Nullable INDArray output;
  private transient @Nullable INDArray inputGradient;

  ConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public void scopeBackward(BackwardScope newScope) {
    scope = newScope;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Convolution convolution = layerConf();
    long height = convolution.outputSide(input.size(1));
    long width = convolution.outputSide(input.size(2));
    INDArray x = mirror.widen(buffers.dense("x", input), convolution.margin());
    input = x;
    INDArray z = convolution.crop() == 0 ? outputs("z", height, width) : uncropped("whole");
    draw(x, z);
    if (convolution.crop() > 0) {
      z = outputs("z", height, width).assign(cropped(z, height, width));
    }
    NonlinearityOps.apply(convolution.nonlinearity(), z, buffers);
    output = z;
    return z;
  }

  private boolean hasOneOutput(INDArray x) {
    return layerConf().getNOut() == 1 && x.dataType() == DataType.FLOAT;
  }

  private void addBias(INDArray z) {
    if (layerConf().hasBias()) {
      NativeOps.run("biasadd", arrays(z, bias().reshape(bias().length())), arrays(z), 0);
    }
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (output == null) {
      throw new IllegalStateException("backward pass without a forward pass");
    }
    Convolution convolution = layerConf();
    INDArray dz =
        framed(
            NonlinearityOps.gradient(
                convolution.nonlinearity(), output, buffers.dense("epsilon", epsilon), buffers));
    if (scope == BackwardScope.ALL && isBroad(dz)) {
      inputGradient = all(dz, weightGradient());
    } else {
      if (scope != BackwardScope.INPUT) {
        weights(dz);
      }
      inputGradient = scope == BackwardScope.PARAMETERS ? null : input(dz);
    }
    if (scope != BackwardScope.INPUT && convolution.hasBias()) {
      patches.sums(dz, biasGradient());
    }
    if (inputGradient != null) {
      inputGradient = mirror.fold(inputGradient, convolution.margin());
    }
    Gradient gradient = new DefaultGradient();
    if (scope != BackwardScope.INPUT) {
      gradient.setGradientFor(ConvolutionParameters.WEIGHT, weightGradient(), 'c');
      if (convolution.hasBias()) {
        gradient.setGradientFor(ConvolutionParameters.BIAS, biasGradient());
      }
    }
    return new Pair<>(gradient, inputGradient);
  }

  private void draw(INDArray x, INDArray z) {
    Convolution convolution = layerConf();
    Window window = convolution.nativeWindow();
    if (!convolution.isTransposed() && window.stride() == 1 && hasOneOutput(x)) {
      patches.oneOutput(x, window, weight(), z);
      addBias(z);
    } else if (!convolution.isTransposed() && z.length() / convolution.getNOut() <= FEW_PLACES) {
      patches.outputs(x, window, weight(), z);
      addBias(z);
    } else {
      NativeOps.run(
          convolution.isTransposed() ? "deconv2d" : "conv2d",
          convolution.hasBias() ? arrays(x, weight(), bias()) : arrays(x, weight()),
          arrays(z),
          window.arguments());
    }
  }

  private INDArray outputs(String name, long height, long width) {
    return buffers.get(name, input.dataType(), input.size(0), height, width, layerConf().getNOut());
  }

  /** The array for what the native operation gives, before it is cropped. */
  private INDArray uncropped(String name) {
    Window window = layerConf().nativeWindow();
    return outputs(name, window.transposed(input.size(1)), window.transposed(input.size(2)));
  }

  private INDArray cropped(INDArray whole, long height, long width) {
    int crop = layerConf().crop();
    return whole.get(
        NDArrayIndex.all(),
        NDArrayIndex.interval(crop, crop + height),
        NDArrayIndex.interval(crop, crop + width),
        NDArrayIndex.all());
  }

  /** The gradient for an image before it was cropped: what was cut off has none. */
  private INDArray framed(INDArray dz) {
    if (layerConf().crop() == 0) {
      return dz;
    }
    INDArray whole = uncropped("frame").assign(0);
    cropped(whole, dz.size(1), dz.size(2)).assign(dz);
    return whole;
  }

  /** Whether the native conv2d_bp is fastest. */
  private boolean isBroad(INDArray dz) {
    Convolution convolution = layerConf();
    return !convolution.isTransposed()
        && convolution.nativeWindow().stride() == 1
        && convolution.getNIn() % 16 == 0
        && convolution.getNOut() % 16 == 0
        && dz.length() / convolution.getNOut() >= MANY_PLACES;
  }

  private INDArray all(INDArray dz, INDArray dw) {
    INDArray dx = buffers.like("dx", input);
    NativeOps.run(
        "conv2d_bp",
        arrays(input, weight(), dz),
        arrays(dx, dw),
        layerConf().nativeWindow().arguments());
    return dx;
  }

  private void weights(INDArray dz) {
    Convolution convolution = layerConf();
    Window window = convolution.nativeWindow();
    if (convolution.isTransposed()) {
      patches.weights(dz, window, input, weightGradient());
    } else if (turnsCheaply(dz) && 2 * convolution.getNOut() <= convolution.getNIn()) {
      patches.weightsOfFewOutputs(input, window, dz, weightGradient());
    } else {
      patches.weights(input, window, dz, weightGradient());
    }
  }

  /** Whether there is a way by turned weights and they are few beside the rest of the work. */
  private boolean turnsCheaply(INDArray dz) {
    Convolution convolution = layerConf();
    long places = dz.length() / convolution.getNOut();
    return !convolution.isTransposed()
        && convolution.nativeWindow().stride() == 1
        && weight().length() <= WEIGHTS_PER_PLACE * places;
  }

  /**
   * The gradient for the input of a convolution is the transposed convolution with its weights, and
   * the other way round.
   */
  private INDArray input(INDArray dz) {
    Convolution convolution = layerConf();
    Window window = convolution.nativeWindow();
    if (turnsCheaply(dz)) {
      INDArray dx = buffers.like("dx", input);
      patches.inputOfStride1(weight(), window, dz, dx);
      return dx;
    }
    boolean exact =
        convolution.isTransposed()
            || (window.transposed(dz.size(1)) == input.size(1)
                && window.transposed(dz.size(2)) == input.size(2));
    if (!exact) {
      return all(dz, buffers.like("unused", weight()));
    }
    INDArray dx = buffers.like("dx", input);
    NativeOps.run(
        convolution.isTransposed() ? "conv2d" : "deconv2d",
        arrays(dz, weight()),
        arrays(dx),
        window.arguments());
    return dx;
  }

  /** The gradient for the weights; a view. */
  public INDArray weightGradient() {
    return Objects.requireNonNull(gradientViews.get(ConvolutionParameters.WEIGHT));
  }

  /** The gradient for the bias, if there is one; a view. */
  public INDArray biasGradient() {
    return Objects.requireNonNull(gradientViews.get(ConvolutionParameters.BIAS));
  }

  /**
   * The gradient for this layer's input that the last backward pass gave; overwritten by the next.
   * DL4J drops it for the first layer of a network.
   *
   * @throws IllegalStateException if the last backward pass gave none
   */
  public INDArray inputGradient() {
    if (inputGradient == null) {
      throw new IllegalStateException("no gradient for the input was computed");
    }
    return inputGradient;
  }

  /** The weights, [k, k, iC, oC], transposed [k, k, oC, iC]; a view. */
  public INDArray weight() {
    return getParam(ConvolutionParameters.WEIGHT);
  }

  /** The bias, if there is one; a view. */
  public INDArray bias() {
    return getParam(ConvolutionParameters.BIAS);
  }

  @Override
  public Tensor tensor(String name) {
    return switch (name) {
      case Convolution.WEIGHT -> NativeArrays.copyOf(weight().permute(3, 2, 0, 1));
      case Convolution.BIAS -> NativeArrays.copyOf(bias());
      default -> throw new IllegalArgumentException("a convolution has no " + name);
    };
  }

  @Override
  public void assign(String name, Tensor tensor) {
    if (!tensor.shape().equals(layerConf().tensorShapes().get(name))) {
      throw new IllegalArgumentException(name + " has not the shape " + tensor.shape());
    }
    if (name.equals(Convolution.WEIGHT)) {
      NativeArrays.assign(weight().permute(3, 2, 0, 1), tensor);
    } else {
      NativeArrays.assign(bias(), tensor);
    }
  }

  @Override
  public void release() {
    buffers.close();
    output = null;
    inputGradient = null;
  }

  @Override
  public Type type() {
    return Type.CONVOLUTIONAL;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No weight noise.
  }
}
